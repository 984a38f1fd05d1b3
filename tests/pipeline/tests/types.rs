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
fn an_enum_without_a_page_is_that_of_whatever_row_lists_its_values() {
    insta::assert_snapshot!(outcome_of("values_listed_elsewhere"));
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

#[test]
fn the_file_names_the_type_where_nothing_else_does() {
    insta::assert_snapshot!(outcome_of("by_file_name"));
}

#[test]
fn qualified_names_are_found_in_any_form() {
    insta::assert_snapshot!(outcome_of("qualified_types"));
}

#[test]
fn a_base_in_prose_is_one_that_a_page_describes() {
    insta::assert_snapshot!(outcome_of("bases_in_prose"));
}

#[test]
fn an_id_alone_makes_no_entity() {
    insta::assert_snapshot!(outcome_of("keys"));
}

#[test]
fn collections_have_yet_more_forms() {
    insta::assert_snapshot!(outcome_of("more_collections.md"));
}

#[test]
fn remarks_in_a_type_cell_are_no_part_of_the_type() {
    insta::assert_snapshot!(outcome_of("cells_with_remarks.md"));
}

#[test]
fn links_that_lead_nowhere_are_told() {
    insta::assert_snapshot!(outcome_of("dead_links"));
}

#[test]
fn names_in_the_wrong_case_are_found() {
    insta::assert_snapshot!(outcome_of("wrong_case"));
}

#[test]
fn members_that_are_no_identifiers_get_rust_names() {
    insta::assert_snapshot!(outcome_of("enum_names.md"));
}

#[test]
fn an_enum_that_calls_itself_flags_is_flags() {
    insta::assert_snapshot!(outcome_of("flags_in_words.md"));
}

#[test]
fn an_enum_in_a_section_of_a_type_page_is_found() {
    insta::assert_snapshot!(outcome_of("values_on_a_type_page.md"));
}

#[test]
fn listed_values_come_in_many_forms() {
    insta::assert_snapshot!(outcome_of("forms_of_inline_values.md"));
}

#[test]
fn types_may_be_called_like_rust_types() {
    insta::assert_snapshot!(outcome_of("types_named_like_rust"));
}

#[test]
fn names_of_the_wrong_length_or_alphabet_are_dropped_and_named() {
    insta::assert_snapshot!(outcome_of("overlong_names.md"));
}

#[test]
fn a_type_may_be_abstract_open_and_deprecated() {
    insta::assert_snapshot!(outcome_of("deprecated_type.md"));
}

#[test]
fn a_type_is_not_its_own_base() {
    insta::assert_snapshot!(outcome_of("own_base"));
}

#[test]
fn the_base_is_right_about_inherited_rows() {
    insta::assert_snapshot!(outcome_of("inherited_with_another_type"));
}

#[test]
fn a_key_property_makes_an_entity() {
    insta::assert_snapshot!(outcome_of("key_property.md"));
}

#[test]
fn listed_values_may_stand_in_quotes() {
    insta::assert_snapshot!(outcome_of("quoted_inline_values.md"));
}

#[test]
fn a_member_that_stands_twice_is_told() {
    insta::assert_snapshot!(outcome_of("member_twice.md"));
}

#[test]
fn a_condition_before_or_behind_the_mark_counts() {
    insta::assert_snapshot!(outcome_of("conditions_of_read_only.md"));
}

#[test]
fn a_row_again_below_another_caption_is_told_only_if_it_says_another_thing() {
    insta::assert_snapshot!(outcome_of("rows_again_below_a_caption.md"));
}

#[test]
fn settings_and_metrics_are_one_thing() {
    insta::assert_snapshot!(outcome_of("plurals_of_one_thing.md"));
}
