//! Builders by hand, exactly as the generator writes them.

use ::tablewright_runtime as rt;

use super::models;

/// An update of a device.
#[must_use]
#[derive(Clone, Debug, PartialEq)]
pub struct DevicePatch(rt::PatchBody);
impl rt::Patch for DevicePatch {
    type Model = models::Device;
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
    #[inline]
    fn body_mut(&mut self) -> &mut rt::PatchBody {
        &mut self.0
    }
}
impl DevicePatch {
    pub fn display_name(self, value: impl rt::IntoPatch<String>) -> Self {
        Self(rt::set(self.0, 24, value))
    }
    pub fn count(self, value: impl rt::IntoPatch<i32>) -> Self {
        Self(rt::set(self.0, 37, value))
    }
    pub fn size(self, value: impl rt::IntoPatch<i64>) -> Self {
        Self(rt::set(self.0, 44, value))
    }
    pub fn ratio(self, value: impl rt::IntoPatch<f64>) -> Self {
        Self(rt::set(self.0, 50, value))
    }
    pub fn created(self, value: impl rt::IntoPatch<rt::DateTimeOffset>) -> Self {
        Self(rt::set(self.0, 57, value))
    }
    pub fn status(self, value: impl rt::IntoPatch<models::Status>) -> Self {
        Self(rt::set(self.0, 66, value))
    }
    pub fn abilities(self, value: impl rt::IntoPatch<rt::Flags<models::Ability>>) -> Self {
        Self(rt::set(self.0, 74, value))
    }
    pub fn anything(self, value: impl rt::IntoPatch<rt::Json>) -> Self {
        Self(rt::set(self.0, 85, value))
    }
    pub fn parent(self, value: impl rt::IntoPatch<models::Device>) -> Self {
        Self(rt::set(self.0, 95, value))
    }
    pub fn children(self, value: impl rt::IntoPatch<Vec<models::Device>>) -> Self {
        Self(rt::set(self.0, 103, value))
    }
    pub fn tags(self, value: impl rt::IntoPatch<Vec<String>>) -> Self {
        Self(rt::set(self.0, 113, value))
    }
    pub fn matrix(self, value: impl rt::IntoPatch<Vec<Vec<i32>>>) -> Self {
        Self(rt::set(self.0, 119, value))
    }
    pub fn statuses(self, value: impl rt::IntoPatch<Vec<models::Status>>) -> Self {
        Self(rt::set(self.0, 127, value))
    }
    pub fn policy(self, value: impl rt::IntoPatch<models::AnyPolicy>) -> Self {
        Self(rt::set(self.0, 137, value))
    }
    pub fn policies(self, value: impl rt::IntoPatch<Vec<models::AnyPolicy>>) -> Self {
        Self(rt::set(self.0, 145, value))
    }
    pub fn client_secret(self, value: impl rt::IntoPatch<String>) -> Self {
        Self(rt::set(self.0, 155, value))
    }
}
rt::patch!(DevicePatch, models::Device);

/// An update of a derived type.
#[must_use]
#[derive(Clone, Debug, PartialEq)]
pub struct AndroidPolicyPatch(rt::PatchBody);
impl rt::Patch for AndroidPolicyPatch {
    type Model = models::AndroidPolicy;
    const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
        names: "microsoft.graph.androidPolicy\n\
            +version\n\
            +minimum\n\
            #id",
        discriminated: true,
        open: false,
    };
    #[inline]
    fn body_mut(&mut self) -> &mut rt::PatchBody {
        &mut self.0
    }
}
impl AndroidPolicyPatch {
    pub fn version(self, value: impl rt::IntoPatch<i32>) -> Self {
        Self(rt::set(self.0, 31, value))
    }
    pub fn minimum(self, value: impl rt::IntoPatch<f64>) -> Self {
        Self(rt::set(self.0, 40, value))
    }
}
rt::patch!(AndroidPolicyPatch, models::AndroidPolicy);
rt::stands_for!(AndroidPolicyPatch => models::AnyPolicy);
