//! Mistakes that do not compile: keys, read-only properties, forgotten headers, values of another type.

#[test]
fn what_the_docs_forbid_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
