//! Why a build script could not generate, as one message.

use std::{fmt, io};

/// Why nothing was generated. What is printed of it, by `Debug` too, is a message for a person: `main` returns it.
pub enum Error {
    /// The docs cannot be read, or the output not be written.
    Io(io::Error),
    /// What is asked for cannot be.
    Settings(String),
    /// So many errors, or denied diagnostics, are in the docs; Cargo shows each.
    Docs(usize),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Settings(message) => f.write_str(message),
            Self::Docs(count) => {
                let errors = if *count == 1 { "an error".to_owned() } else { format!("{count} errors") };
                write!(f, "the docs have {errors}: `Builder::fixups` repairs pages, `Builder::allow` lets a code pass")
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::Settings(_) | Self::Docs(_) => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
