//! What makes a request unfit to be sent, found before anything goes over the network.

use std::error::Error;
use std::fmt;

/// Why a request cannot be sent as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Invalid {
    /// A path parameter has no text: the path would address another object.
    EmptyPathValue {
        /// The parameter.
        parameter: String,
    },
    /// A path parameter is `.` or `..`, which servers and proxies take for a step in the path.
    DotPathValue {
        /// The parameter.
        parameter: String,
    },
    /// The path template and its values do not belong together.
    Template {
        /// The template.
        template: String,
    },
    /// Nothing is set, and `allow_empty` was not called.
    EmptyPatch,
    /// A value that must never be sent stands in the body.
    Refused {
        /// What is wrong with it, and where it is.
        reason: String,
    },
    /// A header's name has a character that no name may have, or has no text.
    HeaderName {
        /// The name.
        name: String,
    },
    /// A header's value has a character that no value may have, or no text where it needs some.
    HeaderValue {
        /// The name of the header.
        name: String,
    },
    /// A header that the client sets by itself.
    ReservedHeader {
        /// The name of the header.
        name: String,
    },
    /// A batch that cannot be sent.
    Batch {
        /// What is wrong with it.
        reason: String,
    },
    /// A client that cannot be built.
    Settings {
        /// What is wrong with them.
        reason: String,
    },
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyPathValue { parameter } => write!(f, "the path parameter `{parameter}` is empty"),
            Self::DotPathValue { parameter } => {
                write!(f, "the path parameter `{parameter}` is `.` or `..`, which would address another path")
            }
            Self::Template { template } => write!(f, "the path `{template}` does not take the values given for it"),
            Self::EmptyPatch => f.write_str("the patch changes nothing; call `allow_empty` to send it all the same"),
            Self::HeaderName { name } => write!(f, "`{}` is not the name of a header", name.escape_debug()),
            Self::HeaderValue { name } => {
                write!(f, "the value of the header `{name}` is empty or has a character that headers cannot have")
            }
            Self::ReservedHeader { name } => write!(f, "the header `{name}` is set by the client"),
            Self::Refused { reason } | Self::Batch { reason } | Self::Settings { reason } => f.write_str(reason),
        }
    }
}

impl Error for Invalid {}
