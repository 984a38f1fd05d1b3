//! What becomes of types and enums.

use super::*;

fn device() -> String {
    let id = property("id", primitive(Primitive::String), Access::Key);
    let base = ty(Kind::Entity, "core", "base", None, vec![id]);
    let own =
        ty(Kind::Entity, "core", "device", Some("base"), vec![property("next", named("device"), Access::ReadOnly)]);
    text(&[api(vec![("base", base), ("device", own)])], "model/src/beta/core/device.rs")
}

#[test]
fn a_model_has_its_bases_fields_first() {
    let text = device();
    let (declared, _) = text.split_once("impl rt::Model").unwrap();
    insta::assert_snapshot!(declared, @"
    /// `microsoft.graph.device`, documented in `beta/resources/device.md`.
    #[non_exhaustive]
    pub struct Device {
        /// Key: never sent in an update.
        pub id: Option<String>,
        /// Read-only.
        pub next: Option<Box<super::super::Device>>,
        /// What the JSON held beside the fields above.
        pub extra: rt::Extra,
    }
    impl Default for Device {
        #[inline]
        fn default() -> Self {
            Self {
                id: None,
                next: None,
                extra: rt::Extra::new(),
            }
        }
    }
    ");
}

#[test]
fn a_model_reaches_its_fields_by_table() {
    let text = device();
    insta::assert_snapshot!(&text[text.find("impl rt::Model").unwrap()..], @r#"
    impl rt::Model for Device {
        const SHAPE: &'static rt::Shape = &rt::Shape {
            name: "microsoft.graph.device",
            members: &["id", "next"],
        };
    }
    impl rt::Object for Device {
        #[inline]
        fn about(&self) -> (&'static rt::Shape, &rt::Extra) {
            (<Self as rt::Model>::SHAPE, &self.extra)
        }
        #[inline]
        fn slots(&self, row: usize) -> Option<[rt::Slot<'_>; 4]> {
            Some(
                match row {
                    0 => {
                        [
                            rt::text(&self.id),
                            rt::slot(&self.next),
                            rt::NO_FIELD,
                            rt::NO_FIELD,
                        ]
                    }
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
        fn extra_mut(&mut self) -> &mut rt::Extra {
            &mut self.extra
        }
    }
    rt::model!(Device);
    "#);
}

#[test]
fn a_model_without_properties_compiles() {
    let text =
        text(&[api(vec![("none", ty(Kind::Complex, "core", "none", None, vec![]))])], "model/src/beta/core/none.rs");
    let (_, nodes) = text.split_once("members: &[],").unwrap();
    insta::assert_snapshot!(nodes.lines().skip(8).take(9).collect::<Vec<_>>().join("\n"), @"
    #[inline]
    fn slots(&self, _: usize) -> Option<[rt::Slot<'_>; 4]> {
        None
    }
    #[inline]
    fn node_mut(&mut self, _: usize) -> Option<&mut dyn rt::Node> {
        None
    }
    #[inline]
    ");
}

#[test]
fn what_a_relationship_leads_to_is_read_on_demand() {
    let leads = |name: &str, ty| ir::Property { relationship: true, ..property(name, ty, Access::Writable) };
    let part = ty(Kind::Entity, "core", "part", None, vec![]);
    let whole = ty(
        Kind::Entity,
        "core",
        "whole",
        None,
        vec![leads("first", named("part")), leads("rest", many(named("part"))), leads("unknown", named("unknown"))],
    );
    let text = text(&[api(vec![("part", part), ("whole", whole)])], "model/src/beta/core/whole.rs");
    let is_of_fields = |line: &&str| line.contains("pub ") || line.contains("rt::related") || line.contains("none()");
    insta::assert_snapshot!(text.lines().filter(is_of_fields).collect::<Vec<_>>().join("\n"), @"
    pub struct Whole {
        pub first: rt::Related<super::super::Part>,
        pub rest: rt::Related<Vec<super::super::Part>>,
        pub unknown: Option<rt::Json>,
        pub extra: rt::Extra,
                first: rt::Related::none(),
                rest: rt::Related::none(),
                            rt::related(&self.first),
                            rt::related(&self.rest),
                    0 => rt::related_mut(&mut self.first),
                    1 => rt::related_mut(&mut self.rest),
    ");
}

#[test]
fn a_base_that_is_mentioned_becomes_a_choice() {
    let base = ty(Kind::Complex, "core", "base", None, vec![]);
    let far =
        ty(Kind::Complex, "far", "far", Some("base"), vec![property("all", many(named("base")), Access::Writable)]);
    let text = text(&[api(vec![("base", base), ("far", far)])], "model/src/beta/core/base.rs");
    let (_, choice) = text.split_once("rt::model!(Base);\n").unwrap();
    insta::assert_snapshot!(choice.lines().take(36).collect::<Vec<_>>().join("\n"), @r#"
    /// A [`Base`](super::super::Base) or a type derived from it, told apart by `@odata.type`.
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
            match self {
                Self::Base(it) => &**it,
                #[cfg(feature = "far")]
                Self::Far(it) => &**it,
            }
        }
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
    api.enums.insert(name("level"), enumeration("core", &["low", "JIS B4"]));
    insta::assert_snapshot!(text(&[api], "model/src/beta/core/enums.rs"), @r#"
    /// What a device is.
    ///
    /// `microsoft.graph.level`, documented in `beta/resources/enums.md`.
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
        fn new(index: usize, text: &str) -> Self {
            match index {
                0 => Self::Low,
                1 => Self::JisB4,
                _ => Self::Undocumented(text.to_owned()),
            }
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
