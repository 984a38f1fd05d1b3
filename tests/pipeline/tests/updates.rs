//! Oddities of pages, one a test: update pages.

use tablewright_pipeline_tests::outcome_of;

#[test]
fn a_table_of_the_body_says_what_is_sent() {
    insta::assert_snapshot!(outcome_of("body_table"));
}

#[test]
fn without_a_table_the_writable_properties_are_sent() {
    insta::assert_snapshot!(outcome_of("no_body_table"));
}

#[test]
fn several_request_lines_are_kept_each_once() {
    insta::assert_snapshot!(outcome_of("request_lines"));
}

#[test]
fn paths_are_cleaned() {
    insta::assert_snapshot!(outcome_of("odd_paths"));
}

#[test]
fn keys_in_quotes_are_known() {
    insta::assert_snapshot!(outcome_of("quoted_keys"));
}

#[test]
fn what_cannot_be_called_is_left_out() {
    insta::assert_snapshot!(outcome_of("uncallable_lines"));
}

#[test]
fn other_methods_beside_patch_are_left_out() {
    insta::assert_snapshot!(outcome_of("mixed_methods"));
}

#[test]
fn titles_of_sections_vary() {
    insta::assert_snapshot!(outcome_of("section_titles"));
}

#[test]
fn permissions_of_2021_are_a_table() {
    insta::assert_snapshot!(outcome_of("permission_table"));
}

#[test]
fn permissions_may_run_from_most_to_least() {
    insta::assert_snapshot!(outcome_of("permissions_descending"));
}

#[test]
fn permissions_of_2017_are_bullets() {
    insta::assert_snapshot!(outcome_of("permission_bullets"));
}

#[test]
fn headers_beyond_the_common_ones_are_kept() {
    insta::assert_snapshot!(outcome_of("headers"));
}

#[test]
fn columns_of_the_body_may_be_others() {
    insta::assert_snapshot!(outcome_of("body_columns"));
}

#[test]
fn a_row_that_the_resource_lacks_is_told_with_a_hint() {
    insta::assert_snapshot!(outcome_of("row_not_in_resource"));
}

#[test]
fn the_resource_page_is_right_about_types() {
    insta::assert_snapshot!(outcome_of("type_differs"));
}

#[test]
fn responses_come_in_many_forms() {
    insta::assert_snapshot!(outcome_of("responses"));
}

#[test]
fn examples_are_read_leniently() {
    insta::assert_snapshot!(outcome_of("lenient_examples"));
}

#[test]
fn code_tabs_do_not_swallow_the_response() {
    insta::assert_snapshot!(outcome_of("code_tabs"));
}

#[test]
fn an_unclosed_fence_ends_at_the_next_heading() {
    insta::assert_snapshot!(outcome_of("unclosed_fence"));
}

#[test]
fn what_only_the_service_sets_is_read_only() {
    insta::assert_snapshot!(outcome_of("server_set"));
}

#[test]
fn examples_are_compared_with_the_tables() {
    insta::assert_snapshot!(outcome_of("compared_examples"));
}

#[test]
fn one_path_with_several_types_needs_the_type() {
    insta::assert_snapshot!(outcome_of("shared_path"));
}

#[test]
fn the_type_is_found_by_links_and_the_path() {
    insta::assert_snapshot!(outcome_of("body_by_link"));
}

#[test]
fn an_update_without_a_type_is_an_error() {
    insta::assert_snapshot!(outcome_of("no_body_type"));
}

#[test]
fn an_update_without_a_line_is_an_error() {
    insta::assert_snapshot!(outcome_of("no_request_line"));
}
