//! One type of the real docs, as it is in both versions.

#![forbid(unsafe_code)]

pub mod graph {
    //! Users.
    include!(concat!(env!("OUT_DIR"), "/graph/mod.rs"));
}

pub use graph::client::v1_0::{UserPatch, update_user};
pub use graph::model::{beta::User as BetaUser, v1_0::User};
