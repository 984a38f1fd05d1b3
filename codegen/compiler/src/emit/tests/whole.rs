//! What becomes of a whole API: features, areas, growth.

use super::*;

#[test]
fn a_feature_needs_no_other() {
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
        let (_, features) = text.split_once("[features]\n").unwrap();
        features.split_once("\n\n").unwrap().0.to_owned()
    };
    insta::assert_snapshot!(table("model/Cargo.toml"), @r#"
    # What is there without asking.
    default = ["beta"]
    # All areas of all versions.
    full = ["beta", "area-a", "area-b", "area-c", "area-d"]
    # Versions of the API.
    beta = []
    # Areas of the API. None needs another: what refers to an area that is off stays in `extra`.
    area-a = []  # types 1, updates 0
    area-b = []  # types 1, updates 0
    area-c = []  # types 1, updates 0
    area-d = []  # types 1, updates 1
    # What the runtime can do besides.
    chrono = ["tablewright-runtime/chrono"]
    jiff = ["tablewright-runtime/jiff"]
    time = ["tablewright-runtime/time"]
    uuid = ["tablewright-runtime/uuid"]
    "#);
    insta::assert_snapshot!(table("client/Cargo.toml"), @r#"
    # What is there without asking.
    default = ["reqwest", "beta"]
    # All areas of all versions.
    full = ["beta", "area-a", "area-b", "area-c", "area-d"]
    # Versions of the API.
    beta = ["graph-model/beta"]
    # Areas of the API. None needs another: what refers to an area that is off stays in `extra`.
    area-a = ["graph-model/area-a"]  # types 1, updates 0
    area-b = ["graph-model/area-b"]  # types 1, updates 0
    area-c = ["graph-model/area-c"]  # types 1, updates 0
    area-d = ["graph-model/area-d"]  # types 1, updates 1
    # What the runtime can do besides.
    azure_core = ["tablewright-runtime/azure_core"]
    reqwest = ["tablewright-runtime/reqwest"]
    tracing = ["tablewright-runtime/tracing"]
    ureq = ["tablewright-runtime/ureq"]
    chrono = ["tablewright-runtime/chrono"]
    jiff = ["tablewright-runtime/jiff"]
    time = ["tablewright-runtime/time"]
    uuid = ["tablewright-runtime/uuid"]
    "#);
}

/// The files of models of a selection from three types: `other` refers to `far`, and `far` to `near`.
fn selected(selection: Selection) -> Vec<String> {
    let far = ty(Kind::Complex, "far", "far", None, vec![property("it", named("near"), Access::Writable)]);
    let near = ty(Kind::Complex, "core", "near", None, vec![]);
    let other = ty(Kind::Complex, "core", "other", None, vec![property("it", named("far"), Access::Writable)]);
    let options = Options { selection, ..Options::default() };
    let files = files(&[api(vec![("far", far), ("near", near), ("other", other)])], &options);
    let models = files.iter().filter_map(|(path, _)| path.strip_prefix("model/src/beta/"));
    models.filter(|it| !it.ends_with("mod.rs")).map(str::to_owned).collect()
}

#[test]
fn what_is_selected_brings_what_it_refers_to() {
    let far = || vec!["far".to_owned()];
    let both = ["core/near.rs", "far/far.rs"];
    assert_eq!(selected(Selection { areas: far(), ..Selection::default() }), both);
    assert_eq!(selected(Selection { types: far(), ..Selection::default() }), both);
    assert_eq!(selected(Selection { pages: far(), ..Selection::default() }), both);
}

#[test]
fn what_is_selected_stands_alone_where_references_are_kept() {
    let types = vec!["other".to_owned(), "microsoft.graph.near".to_owned()];
    let selection = Selection { types, references: References::Kept, ..Selection::default() };
    assert_eq!(selected(selection.clone()), ["core/near.rs", "core/other.rs"]);
    let far = ty(Kind::Complex, "far", "far", None, vec![]);
    let other = ty(Kind::Complex, "core", "other", None, vec![property("it", named("far"), Access::Writable)]);
    let options = Options { selection, ..Options::default() };
    let files = files(&[api(vec![("far", far), ("other", other)])], &options);
    let model = files.get("model/src/beta/core/other.rs").expect("the type is selected");
    assert!(model.contains("members: &[],"), "its property stays in extra: {model}");
}

#[test]
fn names_that_nothing_has_are_told() {
    let list = |it: &str| vec![it.to_owned()];
    let selection = Selection { areas: list("cor"), types: list("plain"), pages: list("plan"), ..Selection::default() };
    assert_eq!(selection.unknown(&[sample::api()]), ["cor", "plan"]);
}

#[test]
fn a_new_page_changes_no_other_page() {
    let old = files(&[sample::api()], &Options::default());
    let mut api = sample::api();
    let more =
        ty(Kind::Entity, "core", "a-page", Some("device"), vec![property("more", named("plain"), Access::Writable)]);
    api.types.insert(name("aPage"), more);
    let new = files(&[api], &Options::default());
    let changed = old.iter().filter(|(path, text)| new.get(path) != Some(text)).map(|(path, _)| path);
    let pages: Vec<&str> =
        changed.filter(|path| !["mod.rs", "lib.rs", "Cargo.toml"].iter().any(|it| path.ends_with(it))).collect();
    assert_eq!(
        pages,
        ["client/src/beta/core/device_update.rs", "model/src/beta/core/device.rs"],
        "device is a choice now"
    );
}

#[test]
fn everything_at_once_is_rust_and_the_same_each_time() {
    let first = files(&[sample::api()], &Options::default());
    assert_eq!(first, files(&[sample::api()], &Options::default()));
    assert!(first.len() > 20);
}

#[test]
fn a_relationship_to_another_area_is_there_with_the_feature_of_that_area() {
    let near = ty(
        Kind::Entity,
        "near",
        "near",
        None,
        vec![property("far", many(named("far")), Access::ReadOnly), string("a")],
    );
    let far = ty(Kind::Entity, "far", "far", None, vec![]);
    let api = api(vec![("near", near), ("far", far)]);
    let manifest = text(std::slice::from_ref(&api), "model/Cargo.toml");
    assert!(manifest.contains("near = []"), "{manifest}");
    let text = text(&[api], "model/src/beta/near/near.rs");
    let (_, fields) = text.split_once("pub struct Near {\n").unwrap();
    insta::assert_snapshot!(fields.lines().take(48).collect::<Vec<_>>().join("\n"), @r#"
        /// Read-only.
        ///
        /// With the feature `far`; in `extra` without.
        #[cfg(feature = "far")]
        pub far: Option<Vec<super::super::Far>>,
        /// `a`
        pub a: Option<String>,
        /// What the JSON held beside the fields above.
        pub extra: rt::Extra,
    }
    impl Default for Near {
        #[inline]
        fn default() -> Self {
            Self {
                #[cfg(feature = "far")]
                far: None,
                a: None,
                extra: rt::Extra::new(),
            }
        }
    }
    impl rt::Model for Near {
        const SHAPE: &'static rt::Shape = &rt::Shape {
            name: "microsoft.graph.near",
            members: &["far", "a"],
        };
    }
    impl rt::Object for Near {
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
                            #[cfg(feature = "far")]
                            rt::slot(&self.far),
                            #[cfg(not(feature = "far"))]
                            rt::NO_FIELD,
                            rt::text(&self.a),
                            rt::NO_FIELD,
                            rt::NO_FIELD,
                        ]
                    }
                    _ => return None,
    "#);
}
