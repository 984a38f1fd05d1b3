//! Oddities of pages, one a test: resource pages and enumerations.

use tablewright_pipeline_tests::outcome_of;

#[test]
fn the_annotation_beats_the_title() {
    insta::assert_snapshot!(outcome_of("annotated_name.md"));
}

#[test]
fn the_sample_names_the_type_where_the_title_does_not() {
    insta::assert_snapshot!(outcome_of("sampled_name.md"));
}

#[test]
fn several_pages_make_one_type() {
    insta::assert_snapshot!(outcome_of("several_pages"));
}

#[test]
fn one_name_in_two_namespaces_is_two_types() {
    insta::assert_snapshot!(outcome_of("two_namespaces"));
}

#[test]
fn a_base_is_stated_by_metadata_or_in_prose() {
    insta::assert_snapshot!(outcome_of("stated_bases"));
}

#[test]
fn rows_tell_the_base_where_the_prose_does_not() {
    insta::assert_snapshot!(outcome_of("base_of_rows"));
}

#[test]
fn inherited_repeats_are_removed_with_or_without_the_words() {
    insta::assert_snapshot!(outcome_of("inherited_repeats"));
}

#[test]
fn a_circle_of_bases_is_cut() {
    insta::assert_snapshot!(outcome_of("circle"));
}

#[test]
fn entities_have_keys_relationships_or_methods() {
    insta::assert_snapshot!(outcome_of("entities"));
}

#[test]
fn primitives_have_many_spellings() {
    insta::assert_snapshot!(outcome_of("spellings.md"));
}

#[test]
fn collections_have_many_forms() {
    insta::assert_snapshot!(outcome_of("collections.md"));
}

#[test]
fn reference_links_are_followed() {
    insta::assert_snapshot!(outcome_of("reference_links.md"));
}

#[test]
fn collection_in_a_name_is_no_collection() {
    insta::assert_snapshot!(outcome_of("collection_in_name"));
}

#[test]
fn several_types_in_a_cell_are_any_json_or_their_base() {
    insta::assert_snapshot!(outcome_of("alternatives"));
}

#[test]
fn the_text_of_a_link_wins_where_it_names_a_type() {
    insta::assert_snapshot!(outcome_of("link_mismatch"));
}

#[test]
fn a_type_that_no_page_has_is_an_error_or_its_listed_values() {
    insta::assert_snapshot!(outcome_of("unknown_types.md"));
}

#[test]
fn bare_names_find_enums_on_other_pages() {
    insta::assert_snapshot!(outcome_of("enums_elsewhere"));
}

#[test]
fn member_tables_come_in_many_mixes() {
    insta::assert_snapshot!(outcome_of("member_tables"));
}

#[test]
fn powers_of_two_are_flags_and_counting_is_not() {
    insta::assert_snapshot!(outcome_of("flags"));
}

#[test]
fn listed_values_stay_known_values_of_a_string() {
    insta::assert_snapshot!(outcome_of("inline_values.md"));
}

#[test]
fn a_string_becomes_an_enum_by_the_safe_rule_only() {
    insta::assert_snapshot!(outcome_of("promotion"));
}

#[test]
fn two_pages_with_other_members_for_one_enum_are_told() {
    insta::assert_snapshot!(outcome_of("disjoint_enums"));
}

#[test]
fn duplicates_and_names_that_differ_in_case_are_told() {
    insta::assert_snapshot!(outcome_of("duplicates.md"));
}

#[test]
fn access_and_null_are_read_from_the_description() {
    insta::assert_snapshot!(outcome_of("access.md"));
}

#[test]
fn an_open_type_says_so() {
    insta::assert_snapshot!(outcome_of("open_type.md"));
}

#[test]
fn the_json_representation_is_compared() {
    insta::assert_snapshot!(outcome_of("json_representation.md"));
}

#[test]
fn keywords_and_collisions_get_rust_names() {
    insta::assert_snapshot!(outcome_of("names.md"));
}
