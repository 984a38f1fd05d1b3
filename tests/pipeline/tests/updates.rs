//! Oddities of pages, one a test: update pages.

use tablewright_pipeline_tests::{outcome_of, result_of};

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

#[test]
fn request_lines_are_read_however_they_are_written() {
    insta::assert_snapshot!(outcome_of("odd_request_lines"));
}

#[test]
fn request_lines_may_stand_in_several_blocks() {
    insta::assert_snapshot!(outcome_of("captioned_blocks"));
}

#[test]
fn casts_and_alternate_keys_are_kept() {
    insta::assert_snapshot!(outcome_of("casts_and_keys"));
}

#[test]
fn literal_keys_become_parameters() {
    insta::assert_snapshot!(outcome_of("literals_in_paths"));
}

#[test]
fn the_example_tells_the_type_of_the_body() {
    insta::assert_snapshot!(outcome_of("body_by_example"));
}

#[test]
fn the_path_tells_the_type_of_the_body() {
    insta::assert_snapshot!(outcome_of("body_by_path"));
}

#[test]
fn group_rows_in_a_body_are_no_properties() {
    insta::assert_snapshot!(outcome_of("group_rows"));
}

#[test]
fn several_tables_of_a_body_are_merged() {
    insta::assert_snapshot!(outcome_of("two_body_tables"));
}

#[test]
fn wrapped_rows_of_a_body_are_joined() {
    insta::assert_snapshot!(outcome_of("wrapped_body_rows"));
}

#[test]
fn numbers_in_prose_are_no_status() {
    insta::assert_snapshot!(outcome_of("response_object"));
}

#[test]
fn a_response_may_have_several_statuses() {
    insta::assert_snapshot!(outcome_of("response_of_three"));
}

#[test]
fn a_response_without_a_number_has_no_status() {
    insta::assert_snapshot!(outcome_of("response_in_words"));
}

#[test]
fn permissions_may_stand_in_three_columns() {
    insta::assert_snapshot!(outcome_of("permission_columns"));
}

#[test]
fn permissions_in_an_include_are_reported() {
    insta::assert_snapshot!(outcome_of("permission_include"));
}

#[test]
fn permissions_by_product_keep_their_kind() {
    insta::assert_snapshot!(outcome_of("permission_rows_by_product"));
}

#[test]
fn trailing_commas_and_comments_are_read() {
    insta::assert_snapshot!(outcome_of("trailing_commas_and_comments"));
}

#[test]
fn template_values_are_told() {
    insta::assert_snapshot!(outcome_of("template_values"));
}

#[test]
fn a_newline_in_a_string_is_read() {
    insta::assert_snapshot!(outcome_of("newline_in_a_string"));
}

#[test]
fn an_unreadable_example_is_told() {
    insta::assert_snapshot!(outcome_of("unreadable_example"));
}

#[test]
fn an_example_in_xml_has_no_json() {
    insta::assert_snapshot!(outcome_of("xml_example"));
}

#[test]
fn an_example_may_be_a_list() {
    insta::assert_snapshot!(outcome_of("list_example"));
}

#[test]
fn each_request_keeps_its_own_response() {
    insta::assert_snapshot!(outcome_of("several_examples"));
}

#[test]
fn a_rule_that_ends_the_tabs_makes_no_heading() {
    insta::assert_snapshot!(outcome_of("setext_rule"));
}

#[test]
fn headers_are_found_in_any_form() {
    insta::assert_snapshot!(outcome_of("headers_in_two_forms"));
}

#[test]
fn an_update_need_not_be_called_so() {
    insta::assert_snapshot!(outcome_of("named_otherwise"));
}

#[test]
fn a_page_without_patch_is_no_update() {
    insta::assert_snapshot!(outcome_of("put_only"));
}

#[test]
fn sections_may_be_of_level_three() {
    insta::assert_snapshot!(outcome_of("sections_of_level_three"));
}

#[test]
fn a_header_may_carry_its_value() {
    insta::assert_snapshot!(outcome_of("header_with_value"));
}

#[test]
fn what_the_update_says_of_its_body_outranks_the_page_of_the_type() {
    insta::assert_snapshot!(outcome_of("row_outranks_resource"));
}

#[test]
fn a_column_before_the_names_is_read() {
    insta::assert_snapshot!(outcome_of("leading_column"));
}

#[test]
fn a_row_about_the_value_inside_gives_no_setter() {
    insta::assert_snapshot!(outcome_of("row_of_the_value_inside"));
}

#[test]
fn parameters_of_the_path_are_not_sent() {
    insta::assert_snapshot!(outcome_of("path_parameter_table"));
}

#[test]
fn an_example_behind_the_path_has_a_body_of_its_own() {
    insta::assert_snapshot!(outcome_of("body_behind_the_path"));
}

#[test]
fn examples_of_several_types_are_several_bodies() {
    insta::assert_snapshot!(outcome_of("bodies_by_example"));
}

#[test]
fn all_evidence_together_finds_the_body() {
    insta::assert_snapshot!(outcome_of("named_after_a_facet"));
}

#[test]
fn a_page_without_a_table_opens_what_its_example_sends() {
    insta::assert_snapshot!(outcome_of("without_a_table_beside_one"));
}

#[test]
fn what_all_examples_leave_out_is_the_service_s() {
    insta::assert_snapshot!(result_of("set_by_the_service"));
}

#[test]
fn an_example_tells_what_no_row_lists() {
    insta::assert_snapshot!(outcome_of("sent_and_not_listed"));
}

#[test]
fn an_open_type_takes_any_name() {
    insta::assert_snapshot!(outcome_of("open_type_body"));
}

#[test]
fn what_one_update_lists_is_not_read_only_for_another() {
    insta::assert_snapshot!(outcome_of("read_only_but_for_updates"));
}

#[test]
fn rows_of_a_derived_type_are_not_lacking() {
    insta::assert_snapshot!(outcome_of("row_of_a_derived_type"));
}

#[test]
fn an_example_may_follow_the_own_row_of_its_type() {
    insta::assert_snapshot!(outcome_of("own_row_of_an_inherited_name"));
}
