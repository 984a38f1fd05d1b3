//! What users of the generated client write: see `examples/`.
