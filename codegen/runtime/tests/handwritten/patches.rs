//! Builders by hand, exactly as the generator writes them.

use ::tablewright_runtime as rt;

use super::models;

/// An update of a device.
#[derive(Clone, PartialEq)]
pub struct DevicePatch(rt::PatchBody);
impl rt::Patch for DevicePatch {
    type Model = models::Device;
    const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
        name: "microsoft.graph.device",
        discriminated: false,
        open: false,
        members: &[
            "displayName",
            "count",
            "size",
            "ratio",
            "created",
            "status",
            "abilities",
            "anything",
            "parent",
            "children",
            "tags",
            "matrix",
            "statuses",
            "policy",
            "policies",
            "clientSecret",
        ],
        fixed: &[("id", rt::WhyLeftOut::Key)],
    };
    fn body(&self) -> &rt::PatchBody {
        &self.0
    }
    fn from_body(body: rt::PatchBody) -> Self {
        Self(body)
    }
    fn into_body(self) -> rt::PatchBody {
        self.0
    }
}
impl DevicePatch {
    #[inline]
    #[must_use]
    pub fn display_name(self, value: impl rt::IntoPatch<String>) -> Self {
        rt::set(self, 0, value)
    }
    #[inline]
    #[must_use]
    pub fn count(self, value: impl rt::IntoPatch<i32>) -> Self {
        rt::set(self, 1, value)
    }
    #[inline]
    #[must_use]
    pub fn size(self, value: impl rt::IntoPatch<i64>) -> Self {
        rt::set(self, 2, value)
    }
    #[inline]
    #[must_use]
    pub fn ratio(self, value: impl rt::IntoPatch<f64>) -> Self {
        rt::set(self, 3, value)
    }
    #[inline]
    #[must_use]
    pub fn created(self, value: impl rt::IntoPatch<rt::DateTimeOffset>) -> Self {
        rt::set(self, 4, value)
    }
    #[inline]
    #[must_use]
    pub fn status(self, value: impl rt::IntoPatch<models::Status>) -> Self {
        rt::set(self, 5, value)
    }
    #[inline]
    #[must_use]
    pub fn abilities(self, value: impl rt::IntoPatch<rt::Flags<models::Ability>>) -> Self {
        rt::set(self, 6, value)
    }
    #[inline]
    #[must_use]
    pub fn anything(self, value: impl rt::IntoPatch<rt::Json>) -> Self {
        rt::set(self, 7, value)
    }
    #[inline]
    #[must_use]
    pub fn parent(self, value: impl rt::IntoPatch<models::Device>) -> Self {
        rt::set(self, 8, value)
    }
    #[inline]
    #[must_use]
    pub fn children(self, value: impl rt::IntoPatch<Vec<models::Device>>) -> Self {
        rt::set(self, 9, value)
    }
    #[inline]
    #[must_use]
    pub fn tags(self, value: impl rt::IntoPatch<Vec<String>>) -> Self {
        rt::set(self, 10, value)
    }
    #[inline]
    #[must_use]
    pub fn matrix(self, value: impl rt::IntoPatch<Vec<Vec<i32>>>) -> Self {
        rt::set(self, 11, value)
    }
    #[inline]
    #[must_use]
    pub fn statuses(self, value: impl rt::IntoPatch<Vec<models::Status>>) -> Self {
        rt::set(self, 12, value)
    }
    #[inline]
    #[must_use]
    pub fn policy(self, value: impl rt::IntoPatch<models::AnyPolicy>) -> Self {
        rt::set(self, 13, value)
    }
    #[inline]
    #[must_use]
    pub fn policies(self, value: impl rt::IntoPatch<Vec<models::AnyPolicy>>) -> Self {
        rt::set(self, 14, value)
    }
    #[inline]
    #[must_use]
    pub fn client_secret(self, value: impl rt::IntoPatch<String>) -> Self {
        rt::set(self, 15, value)
    }
}
rt::patch!(DevicePatch);

/// An update of a derived type.
#[derive(Clone, PartialEq)]
pub struct AndroidPolicyPatch(rt::PatchBody);
impl rt::Patch for AndroidPolicyPatch {
    type Model = models::AndroidPolicy;
    const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
        name: "microsoft.graph.androidPolicy",
        discriminated: true,
        open: false,
        members: &["version", "minimum"],
        fixed: &[("id", rt::WhyLeftOut::Key)],
    };
    fn body(&self) -> &rt::PatchBody {
        &self.0
    }
    fn from_body(body: rt::PatchBody) -> Self {
        Self(body)
    }
    fn into_body(self) -> rt::PatchBody {
        self.0
    }
}
impl AndroidPolicyPatch {
    #[inline]
    #[must_use]
    pub fn version(self, value: impl rt::IntoPatch<i32>) -> Self {
        rt::set(self, 0, value)
    }
    #[inline]
    #[must_use]
    pub fn minimum(self, value: impl rt::IntoPatch<f64>) -> Self {
        rt::set(self, 1, value)
    }
}
rt::patch!(AndroidPolicyPatch);
rt::stands_for!(AndroidPolicyPatch => models::AnyPolicy);
