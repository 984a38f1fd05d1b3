//! Small APIs and what becomes of them.

pub(crate) mod sample;

use self::sample::{enumeration, line, many, name, named, operation, primitive, property, ty};
use super::*;
use crate::ir::{Access, Api, Kind, Primitive, Type};
use crate::output::Files;

fn api(types: Vec<(&str, Type)>) -> Api {
    let types = types.into_iter().map(|(it, ty)| (name(it), ty)).collect();
    Api { version: "beta".to_owned(), types, ..Api::default() }
}

fn files(apis: &[Api], options: &Options) -> Files {
    Files::new(crates(apis, options))
}

/// A file without its first lines, which are the same in all.
fn text(apis: &[Api], path: &str) -> String {
    let files = files(apis, &Options::default());
    let text = files.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", files.iter().map(|it| it.0).collect::<Vec<_>>()));
    let body = text.split_once("\n\n").map_or(text, |(_, body)| body);
    body.trim_start_matches("use ::tablewright_runtime as rt;\n").to_owned()
}

fn string(name: &str) -> ir::Property {
    property(name, primitive(Primitive::String), Access::Writable)
}

#[test]
fn a_model_has_its_bases_fields_first() {
    let id = property("id", primitive(Primitive::String), Access::Key);
    let base = ty(Kind::Entity, "core", "base", None, vec![id]);
    let own = ty(Kind::Entity, "core", "device", Some("base"), vec![property("next", named("device"), Access::ReadOnly)]);
    let api = api(vec![("base", base), ("device", own)]);
    insta::assert_snapshot!(text(&[api], "model/src/beta/core/device.rs"), @r#"
    /// `microsoft.graph.device`, documented in `beta/resources/device.md`.
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Device {
        /// Key: never sent in an update.
        pub id: Option<String>,
        /// Read-only.
        pub next: Option<Box<super::super::Device>>,
        /// What the JSON held beside the fields above.
        pub extra: rt::Extra,
    }
    impl rt::Model for Device {
        const SHAPE: &'static rt::Shape = &rt::Shape {
            name: "microsoft.graph.device",
            members: &["id", "next"],
        };
        #[inline]
        fn nodes(&self, row: usize) -> Option<[&dyn rt::Node; 8]> {
            Some(
                match row {
                    0 => [&self.id, &self.next, &(), &(), &(), &(), &(), &()],
                    _ => return None,
                },
            )
        }
        #[inline]
        fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> {
            Some(
                match index {
                    0 => &mut self.id,
                    1 => &mut self.next,
                    _ => return None,
                },
            )
        }
        #[inline]
        fn extra(&self) -> &rt::Extra {
            &self.extra
        }
        #[inline]
        fn extra_mut(&mut self) -> &mut rt::Extra {
            &mut self.extra
        }
    }
    rt::model!(Device);
    "#);
}

#[test]
fn a_model_without_properties_compiles() {
    let text = text(&[api(vec![("none", ty(Kind::Complex, "core", "none", None, vec![]))])], "model/src/beta/core/none.rs");
    let (_, nodes) = text.split_once("members: &[],").unwrap();
    insta::assert_snapshot!(nodes.lines().skip(2).take(6).collect::<Vec<_>>().join("\n"), @r"
    fn nodes(&self, _: usize) -> Option<[&dyn rt::Node; 8]> {
        None
    }
    fn node_mut(&mut self, _: usize) -> Option<&mut dyn rt::Node> {
        None
    }
    ");
}

#[test]
fn a_base_that_is_mentioned_becomes_a_choice() {
    let base = ty(Kind::Complex, "core", "base", None, vec![]);
    let far = ty(Kind::Complex, "far", "far", Some("base"), vec![property("all", many(named("base")), Access::Writable)]);
    let text = text(&[api(vec![("base", base), ("far", far)])], "model/src/beta/core/base.rs");
    let (_, choice) = text.split_once("rt::model!(Base);\n").unwrap();
    insta::assert_snapshot!(choice.lines().take(31).collect::<Vec<_>>().join("\n"), @r#"
    /// A [`Base`](super::super::Base) or a type derived from it, told apart by `@odata.type`.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum AnyBase {
        /// The base itself, or a type that is not documented: what it holds beyond the base is in `extra`.
        Base(Box<super::super::Base>),
        /// `microsoft.graph.far`.
        #[cfg(feature = "far")]
        Far(Box<super::super::Far>),
    }
    impl Default for AnyBase {
        #[inline]
        fn default() -> Self {
            Self::Base(Box::default())
        }
    }
    impl rt::Choice for AnyBase {
        type Base = super::super::Base;
        #[inline]
        fn of(name: &str) -> Option<Self> {
            Some(
                match name {
                    "microsoft.graph.base" => Self::Base(Box::default()),
                    #[cfg(feature = "far")]
                    "microsoft.graph.far" => Self::Far(Box::default()),
                    _ => return None,
                },
            )
        }
        #[inline]
        fn object(&self) -> &dyn rt::Object {
    "#);
}

#[test]
fn a_base_that_nothing_mentions_becomes_none() {
    let base = ty(Kind::Complex, "core", "base", None, vec![]);
    let derived = ty(Kind::Complex, "core", "base", Some("base"), vec![]);
    let text = text(&[api(vec![("base", base), ("derived", derived)])], "model/src/beta/core/base.rs");
    assert!(!text.contains("AnyBase"), "{text}");
}

#[test]
fn an_enum_keeps_what_the_docs_do_not_list() {
    let mut api = api(vec![]);
    api.enums.insert(name("level"), enumeration("core", false, &["low", "JIS B4"]));
    insta::assert_snapshot!(text(&[api], "model/src/beta/core/enums.rs"), @r#"
    /// What a device is.
    ///
    /// `microsoft.graph.level`, documented in `beta/resources/enums.md`.
    #[derive(Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Level {
        /// `low`
        Low,
        /// `JIS B4`
        JisB4,
        /// A value that the docs do not list, as it came.
        Undocumented(String),
    }
    impl rt::Enum for Level {
        const NAME: &'static str = "microsoft.graph.level";
        const MEMBERS: &'static [&'static str] = &["low", "JIS B4"];
        #[inline]
        fn from_index(index: usize) -> Option<Self> {
            Some(
                match index {
                    0 => Self::Low,
                    1 => Self::JisB4,
                    _ => return None,
                },
            )
        }
        #[inline]
        fn other(text: String) -> Self {
            Self::Undocumented(text)
        }
        #[inline]
        fn index(&self) -> Result<usize, &str> {
            match self {
                Self::Low => Ok(0),
                Self::JisB4 => Ok(1),
                Self::Undocumented(text) => Err(text),
            }
        }
    }
    rt::enumeration!(Level);
    "#);
}

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
    /// Cannot be set: `id`.
    #[derive(Clone, PartialEq)]
    pub struct DevicePatch(rt::PatchBody);
    impl rt::Patch for DevicePatch {
        type Model = super::super::models::Device;
        const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
            name: "microsoft.graph.device",
            discriminated: false,
            members: &["setting", "type"],
            read_only: &["id"],
        };
        #[inline]
        fn body(&self) -> &rt::PatchBody {
            &self.0
        }
        #[inline]
        fn from_body(body: rt::PatchBody) -> Self {
            Self(body)
        }
        #[inline]
        fn into_body(self) -> rt::PatchBody {
            self.0
        }
    }
    impl DevicePatch {
        /// Sets `setting`.
        #[inline]
        #[must_use]
        pub fn setting(
            self,
            value: impl rt::IntoPatch<super::super::models::Setting>,
        ) -> Self {
            rt::set(self, 0, value)
        }
        /// Sets `type`.
        #[inline]
        #[must_use]
        pub fn r#type(self, value: impl rt::IntoPatch<String>) -> Self {
            rt::set(self, 1, value)
        }
    }
    rt::patch!(DevicePatch);
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
    let (_, operation) = text.split_once("rt::patch!(DevicePatch);\n").unwrap();
    insta::assert_snapshot!(operation, @r#"
    /// The operation of [`update_device`](super::super::update_device()).
    #[derive(Debug, Clone, Copy)]
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
                delegated_work: &[],
                delegated_personal: &[],
                application: &[],
                unspecified: &["Devices.ReadWrite.All"],
            },
            statuses: &[200],
        };
    }
    impl UpdateDevice {
        /// Who may call it; one of a list is enough.
        pub const PERMISSIONS: rt::Permissions = <Self as rt::Operation>::INFO.permissions;
    }
    /// Update device.
    ///
    /// `PATCH /devices/{id}`, documented in `beta/api/device-update.md`.
    ///
    /// * `id`: `id | name`
    ///
    /// Permissions, one of:
    ///
    /// * any: `Devices.ReadWrite.All`
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

#[test]
fn a_feature_brings_what_its_types_refer_to() {
    let to = |ty: &str| vec![property("it", named(ty), Access::Writable)];
    let chain = vec![
        ("a", ty(Kind::Complex, "area-a", "a", None, to("b"))),
        ("b", ty(Kind::Complex, "area-b", "b", None, to("c"))),
        ("c", ty(Kind::Complex, "area-c", "c", None, vec![])),
        ("d", ty(Kind::Entity, "area-d", "d", None, to("a"))),
    ];
    let mut api = api(chain);
    api.operations = vec![operation("a-update", "area-x", "d", &["/d"], to("a"))];
    let table = |path| {
        let text = text(&[api.clone()], path);
        let lines = text.lines().filter(|line| line.starts_with("area-") || line.starts_with("full"));
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(table("model/Cargo.toml"), @r#"
    area-a = ["area-b"]
    area-b = ["area-c"]
    area-c = []
    area-d = ["area-a"]
    full = ["area-a", "area-b", "area-c", "area-d"]
    "#);
    insta::assert_snapshot!(table("client/Cargo.toml"), @r#"
    area-a = ["graph-model/area-a"]
    area-b = ["graph-model/area-b"]
    area-c = ["graph-model/area-c"]
    area-d = ["graph-model/area-d"]
    area-x = ["area-d"]
    full = ["area-a", "area-b", "area-c", "area-d", "area-x", "graph-model/full"]
    "#);
}

#[test]
fn only_the_wanted_areas_and_what_they_refer_to_are_emitted() {
    let options = Options { areas: Some(vec!["far".to_owned()]), ..Options::default() };
    let far = ty(Kind::Complex, "far", "far", None, vec![property("it", named("near"), Access::Writable)]);
    let near = ty(Kind::Complex, "core", "near", None, vec![]);
    let other = ty(Kind::Complex, "core", "other", None, vec![property("it", named("far"), Access::Writable)]);
    let files = files(&[api(vec![("far", far), ("near", near), ("other", other)])], &options);
    let paths: Vec<&str> = files.iter().map(|(path, _)| path).filter(|it| it.starts_with("model/src/beta/")).collect();
    assert_eq!(paths, ["core/mod.rs", "core/near.rs", "far/far.rs", "far/mod.rs", "mod.rs"].map(|it| format!("model/src/beta/{it}")));
}

#[test]
fn a_new_page_changes_no_other_page() {
    let old = files(&[sample::api()], &Options::default());
    let mut api = sample::api();
    let more = ty(Kind::Entity, "core", "a-page", Some("device"), vec![property("more", named("plain"), Access::Writable)]);
    api.types.insert(name("aPage"), more);
    let new = files(&[api], &Options::default());
    let changed = old.iter().filter(|(path, text)| new.get(path) != Some(text)).map(|(path, _)| path);
    let pages: Vec<&str> = changed.filter(|path| !path.ends_with("mod.rs") && !path.ends_with(".toml")).collect();
    assert_eq!(pages, ["client/src/beta/core/device_update.rs", "model/src/beta/core/device.rs"], "device is a choice now");
}

#[test]
fn everything_at_once_is_rust_and_the_same_each_time() {
    let first = files(&[sample::api()], &Options::default());
    assert_eq!(first, files(&[sample::api()], &Options::default()));
    assert!(first.len() > 20);
}
