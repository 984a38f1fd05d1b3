//! What becomes of patches and operations.

use super::*;

/// An entity with a key, a builder inside, and an update with one more line.
fn updated() -> Api {
    let nested = ty(Kind::Complex, "core", "setting", None, vec![string("new")]);
    let properties = || {
        let id = property("id", primitive(Primitive::String), Access::Key);
        vec![id, property("setting", named("setting"), Access::Writable), string("type")]
    };
    let device = ty(Kind::Entity, "core", "device", None, properties());
    let mut api = api(vec![("device", device), ("setting", nested)]);
    api.operations = vec![operation("device-update", "core", "device", &["/devices/{id}", "/me/device"], properties())];
    api
}

#[test]
fn a_patch_sets_what_can_be_sent() {
    let text = text(&[updated()], "client/src/beta/core/device_update.rs");
    let (patch, _) = text.split_once("/// The operation").unwrap();
    insta::assert_snapshot!(patch, @r#"
    /// An update of a [`Device`](super::super::models::Device): what is not set stays as it is.
    ///
    /// Never sent, since it is the key: `id`.
    pub type DevicePatch = super::super::PatchOf<super::super::models::Device>;
    impl super::super::Updatable for super::super::models::Device {
        type Model = Self;
        const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
            names: "microsoft.graph.device\n\
                +setting\n\
                +type\n\
                #id",
            discriminated: false,
            open: false,
        };
    }
    impl DevicePatch {
        /// Sets `setting`.
        pub fn setting(
            self,
            value: impl rt::IntoPatch<super::super::models::Setting>,
        ) -> Self {
            rt::set(self, 24, value)
        }
        /// Sets `type`.
        pub fn r#type(self, value: impl rt::IntoPatch<String>) -> Self {
            rt::set(self, 33, value)
        }
    }
    "#);
}

#[test]
fn a_complex_type_inside_a_body_has_a_patch() {
    let text = text(&[updated()], "client/src/beta/core/setting.rs");
    assert!(text.contains("pub fn new_(self, value: impl rt::IntoPatch<String>) -> Self"), "{text}");
}

#[test]
fn an_operation_is_a_marker_and_a_function_for_each_line() {
    let text = text(&[updated()], "client/src/beta/core/device_update.rs");
    let operation = &text[text.find("/// The operation").unwrap()..];
    insta::assert_snapshot!(operation, @r#"
    /// The operation of [`update_device`](super::super::update_device()).
    pub enum UpdateDevice {}
    impl rt::Operation for UpdateDevice {
        type Answer = super::super::models::Device;
        type Patch = super::super::DevicePatch;
        const INFO: &'static rt::OperationInfo = &rt::OperationInfo {
            name: "update_device",
            page: "beta/api/device-update.md",
            version: "beta",
            request_lines: &["PATCH /devices/{id}", "PATCH /me/device"],
            permissions: rt::Permissions {
                delegated_work: rt::Scopes::NONE,
                delegated_personal: rt::Scopes::NONE,
                application: rt::Scopes::NONE,
                unspecified: rt::Scopes {
                    least: &[],
                    all: &[&["Devices.ReadWrite.All"]],
                },
            },
            clouds: &[],
            statuses: &[200],
        };
    }
    impl UpdateDevice {
        /// Who may call it.
        pub const PERMISSIONS: rt::Permissions = <Self as rt::Operation>::INFO.permissions;
        /// The clouds that it is there in; empty where the page does not say.
        pub const CLOUDS: &'static [rt::Deployment] = <Self as rt::Operation>::INFO.clouds;
    }
    /// Update device.
    ///
    /// `PATCH /devices/{id}`, documented in `beta/api/device-update.md`.
    ///
    /// * `id`: `id | name`
    ///
    /// Permissions, one of:
    ///
    /// * kind not stated: `Devices.ReadWrite.All`
    ///
    /// Documented properties: `setting`, `type`.
    pub fn update_device(
        id: impl Into<rt::PathValue>,
        patch: super::super::DevicePatch,
    ) -> rt::Request<UpdateDevice> {
        rt::Request::new("devices/{id}", &[id.into()], patch)
    }
    /// Update device.
    ///
    /// `PATCH /me/device`, documented in `beta/api/device-update.md`.
    pub fn update_device_at_me(
        patch: super::super::DevicePatch,
    ) -> rt::Request<UpdateDevice> {
        rt::Request::new("me/device", &[], patch)
    }
    "#);
}

#[test]
fn a_required_if_match_is_an_argument() {
    let mut api = updated();
    let (name, doc) = ("if-match".to_owned(), String::new());
    api.operations[0].headers.push(ir::Header { name, required: true, doc, origin: sample::origin("x") });
    api.operations[0].lines = vec![line("/devices('{if-match}')")];
    let text = text(&[api], "client/src/beta/core/device_update.rs");
    let (_, function) = text.split_once("pub fn update_device(").unwrap();
    insta::assert_snapshot!(function, @r#"

        if_match_: impl Into<rt::PathValue>,
        if_match: impl Into<rt::ETag>,
        patch: super::super::DevicePatch,
    ) -> rt::Request<UpdateDevice> {
        rt::Request::new("devices('{if-match}')", &[if_match_.into()], patch)
            .if_match(if_match)
    }
    "#);
}
