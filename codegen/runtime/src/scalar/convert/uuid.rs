//! Conversions to and from the types of the `uuid` crate.

use crate::scalar::Guid;
use ::uuid::Uuid;

impl From<Uuid> for Guid {
    fn from(value: Uuid) -> Self {
        Self::from_bytes(value.into_bytes())
    }
}

/// The bytes; the case of the digits is lost.
impl From<Guid> for Uuid {
    fn from(value: Guid) -> Self {
        Self::from_bytes(*value.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::{Guid, Uuid};

    #[test]
    fn guids_convert_both_ways() {
        let guid: Guid = "CCFC7CA3-7A19-4D57-8CEF-149DB9DDFA62".parse().unwrap();
        assert_eq!(Uuid::from(guid).to_string(), "ccfc7ca3-7a19-4d57-8cef-149db9ddfa62");
        assert_eq!(Guid::from(Uuid::from(guid)), guid);
    }
}
