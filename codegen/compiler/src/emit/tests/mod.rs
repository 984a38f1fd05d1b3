//! Small APIs and what becomes of them.

pub mod sample;
