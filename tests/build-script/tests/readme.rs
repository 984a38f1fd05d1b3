//! What the README shows is what is compiled here.

const README: &str = include_str!("../../../README.md");

/// A file without the comments at its beginning.
fn code(text: &'static str) -> &'static str {
    text.split_once("\n\n").expect("a comment, then code").1.trim_end()
}

#[test]
fn it_shows_this_build_script() {
    let shown = format!("```rust\n{}\n```\n", code(include_str!("../build.rs")));
    assert!(README.contains(&shown), "the README's builder should be:\n{shown}");
}

#[test]
fn it_shows_the_line_that_the_documentation_of_compile_tests() {
    let source = include_str!("../../../codegen/compiler/src/build/mod.rs");
    let tested =
        source.split("/// ```no_run\n").nth(1).and_then(|it| it.split("/// ```\n").next()).expect("an example");
    let shown = format!("```rust\n{}```\n", tested.replace("/// ", ""));
    assert!(shown.contains("tablewright::compile(") && README.contains(&shown), "the README should show:\n{shown}");
}

#[test]
fn it_includes_the_module_as_this_crate_does() {
    let library = include_str!("../src/lib.rs");
    let include = |module: &str| format!("    include!(concat!(env!(\"OUT_DIR\"), \"/{module}/mod.rs\"));\n}}\n");
    assert!(library.contains(&include("lamps")) && README.contains(&include("graph")));
}
