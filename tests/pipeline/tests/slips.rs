//! Slips of the pen on an update page that is otherwise right, one a test.

use tablewright_pipeline_tests::{outcome_of, result_of};

#[test]
fn a_type_that_is_misspelled_in_a_body_is_told_with_the_right_one() {
    insta::assert_snapshot!(outcome_of("misspelled_type"));
}

#[test]
fn a_table_without_a_delimiter_row_is_an_error() {
    insta::assert_snapshot!(outcome_of("missing_delimiter"));
}

#[test]
fn a_request_line_of_another_method_than_the_example_is_told() {
    insta::assert_snapshot!(outcome_of("method_of_the_example"));
}

#[test]
fn a_missing_comma_is_told_where_it_belongs() {
    insta::assert_snapshot!(outcome_of("missing_comma"));
}

#[test]
fn a_date_that_no_calendar_has_is_told() {
    insta::assert_snapshot!(outcome_of("month_thirteen"));
}

#[test]
fn a_permission_without_a_scope_is_told() {
    insta::assert_snapshot!(outcome_of("empty_permission"));
}

#[test]
fn a_response_without_a_status_line_is_told() {
    insta::assert_snapshot!(outcome_of("no_status_line"));
}

#[test]
fn a_link_in_the_text_that_leads_nowhere_is_told() {
    insta::assert_snapshot!(outcome_of("dead_link_in_text"));
}

#[test]
fn a_link_without_a_target_is_told() {
    insta::assert_snapshot!(outcome_of("link_without_target"));
}

#[test]
fn a_misspelled_heading_is_an_error() {
    insta::assert_snapshot!(outcome_of("misspelled_heading"));
}

#[test]
fn a_row_that_stands_twice_in_a_body_is_told_with_both_types() {
    insta::assert_snapshot!(outcome_of("twice_in_a_body"));
}

#[test]
fn a_code_block_that_swallows_another_one_ends_before_it() {
    insta::assert_snapshot!(outcome_of("swallowed_code_block"));
}

#[test]
fn a_code_block_without_an_end_is_told() {
    insta::assert_snapshot!(outcome_of("code_block_without_end"));
}

#[test]
fn an_answer_of_another_type_is_told() {
    insta::assert_snapshot!(outcome_of("other_type_in_the_answer"));
}

#[test]
fn a_request_line_of_a_misspelled_method_is_an_error() {
    insta::assert_snapshot!(outcome_of("misspelled_method"));
}

#[test]
fn a_word_that_one_page_spells_otherwise_than_the_others_is_told() {
    insta::assert_snapshot!(outcome_of("rare_word"));
}

#[test]
fn a_value_that_the_enumeration_lacks_is_told_with_the_member() {
    insta::assert_snapshot!(outcome_of("unlisted_value"));
}

#[test]
fn a_row_that_the_json_representation_contradicts_is_told() {
    insta::assert_snapshot!(outcome_of("representation_type"));
}

#[test]
fn rows_that_are_mixed_up_in_a_body_are_told() {
    insta::assert_snapshot!(outcome_of("exchanged_text"));
}

#[test]
fn a_title_that_differs_from_the_front_matter_is_told() {
    insta::assert_snapshot!(outcome_of("title_differs"));
}

#[test]
fn permissions_without_a_row_of_one_kind_and_scopes_that_only_read_are_told() {
    insta::assert_snapshot!(outcome_of("odd_permissions"));
}

#[test]
fn a_misspelled_heading_of_members_is_an_error() {
    insta::assert_snapshot!(outcome_of("misspelled_members"));
}

#[test]
fn a_fence_with_a_blank_before_its_language_opens_a_block_too() {
    insta::assert_snapshot!(outcome_of("fence_with_a_blank"));
}

#[test]
fn a_misspelled_annotation_is_told() {
    insta::assert_snapshot!(outcome_of("misspelled_annotation"));
}

#[test]
fn numbers_of_members_that_change_places_are_told() {
    insta::assert_snapshot!(outcome_of("member_numbers"));
}

#[test]
fn two_lists_of_one_enumeration_that_differ_are_told() {
    insta::assert_snapshot!(outcome_of("members_differ"));
}

#[test]
fn values_of_an_enumeration_that_the_row_does_not_name_are_told() {
    insta::assert_snapshot!(outcome_of("listed_elsewhere"));
}

#[test]
fn a_heading_without_a_blank_behind_its_marks_is_an_error() {
    insta::assert_snapshot!(outcome_of("heading_without_a_blank"));
}

#[test]
fn a_body_table_without_rows_is_told() {
    insta::assert_snapshot!(outcome_of("empty_table"));
}

/// The page without a slip, from which nothing is to be said.
#[test]
fn the_page_itself_is_right() {
    let outcome = outcome_of("without_a_slip");
    assert!(!["\nerror ", "\nwarning ", "\nnote "].iter().any(|it| outcome.contains(it)), "{outcome}");
}

#[test]
fn a_byte_order_mark_within_a_page_is_told() {
    insta::assert_snapshot!(outcome_of("stray_mark.md"));
}

#[test]
fn an_update_that_no_table_of_methods_links_is_told_and_one_that_is_linked_and_not_there() {
    insta::assert_snapshot!(outcome_of("unlinked_update"));
}

#[test]
fn an_example_that_goes_to_another_version_is_told() {
    insta::assert_snapshot!(outcome_of("other_version"));
}

#[test]
fn a_page_in_the_folder_of_another_kind_is_told() {
    insta::assert_snapshot!(outcome_of("doc_type.md"));
}

#[test]
fn a_permission_without_the_part_that_others_end_with_is_told() {
    insta::assert_snapshot!(result_of("rare_scope"));
}

#[test]
fn front_matter_without_a_product_is_told() {
    insta::assert_snapshot!(outcome_of("empty_product.md"));
}
