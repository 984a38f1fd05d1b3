//! Builders by hand, exactly as the generator writes them.

use ::tablewright_runtime as rt;

use super::models;

rt::patches!();

/// An update of a device.
pub type DevicePatch = PatchOf<models::Device>;
impl Updatable for models::Device {
    type Model = Self;
    const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
        names: "microsoft.graph.device\n\
            +displayName\n\
            +count\n\
            +size\n\
            +ratio\n\
            +created\n\
            +status\n\
            +abilities\n\
            +anything\n\
            +parent\n\
            +children\n\
            +tags\n\
            +matrix\n\
            +statuses\n\
            +policy\n\
            +policies\n\
            +clientSecret\n\
            #id",
        discriminated: false,
        open: false,
    };
}
impl DevicePatch {
    pub fn display_name(self, value: impl rt::IntoPatch<String>) -> Self {
        rt::set(self, 24, value)
    }
    pub fn count(self, value: impl rt::IntoPatch<i32>) -> Self {
        rt::set(self, 37, value)
    }
    pub fn size(self, value: impl rt::IntoPatch<i64>) -> Self {
        rt::set(self, 44, value)
    }
    pub fn ratio(self, value: impl rt::IntoPatch<f64>) -> Self {
        rt::set(self, 50, value)
    }
    pub fn created(self, value: impl rt::IntoPatch<rt::DateTimeOffset>) -> Self {
        rt::set(self, 57, value)
    }
    pub fn status(self, value: impl rt::IntoPatch<models::Status>) -> Self {
        rt::set(self, 66, value)
    }
    pub fn abilities(self, value: impl rt::IntoPatch<rt::Flags<models::Ability>>) -> Self {
        rt::set(self, 74, value)
    }
    pub fn anything(self, value: impl rt::IntoPatch<rt::Json>) -> Self {
        rt::set(self, 85, value)
    }
    pub fn parent(self, value: impl rt::IntoPatch<models::Device>) -> Self {
        rt::set(self, 95, value)
    }
    pub fn children(self, value: impl rt::IntoPatch<Vec<models::Device>>) -> Self {
        rt::set(self, 103, value)
    }
    pub fn tags(self, value: impl rt::IntoPatch<Vec<String>>) -> Self {
        rt::set(self, 113, value)
    }
    pub fn matrix(self, value: impl rt::IntoPatch<Vec<Vec<i32>>>) -> Self {
        rt::set(self, 119, value)
    }
    pub fn statuses(self, value: impl rt::IntoPatch<Vec<models::Status>>) -> Self {
        rt::set(self, 127, value)
    }
    pub fn policy(self, value: impl rt::IntoPatch<models::AnyPolicy>) -> Self {
        rt::set(self, 137, value)
    }
    pub fn policies(self, value: impl rt::IntoPatch<Vec<models::AnyPolicy>>) -> Self {
        rt::set(self, 145, value)
    }
    pub fn client_secret(self, value: impl rt::IntoPatch<String>) -> Self {
        rt::set(self, 155, value)
    }
}

/// An update of a derived type.
pub type AndroidPolicyPatch = PatchOf<models::AndroidPolicy>;
impl Updatable for models::AndroidPolicy {
    type Model = Self;
    const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
        names: "microsoft.graph.androidPolicy\n\
            +version\n\
            +minimum\n\
            #id",
        discriminated: true,
        open: false,
    };
}
impl AndroidPolicyPatch {
    pub fn version(self, value: impl rt::IntoPatch<i32>) -> Self {
        rt::set(self, 31, value)
    }
    pub fn minimum(self, value: impl rt::IntoPatch<f64>) -> Self {
        rt::set(self, 40, value)
    }
}
rt::stands_for!(AndroidPolicyPatch => models::AnyPolicy);
