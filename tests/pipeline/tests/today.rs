//! Oddities of pages, one a test: pages of 2024 to 2026.

use tablewright_pipeline_tests::outcome_of;

#[test]
fn included_permissions_are_read_and_faults_point_there() {
    insta::assert_snapshot!(outcome_of("include_permissions"));
}

#[test]
fn includes_nest_and_go_round_in_no_circle() {
    insta::assert_snapshot!(outcome_of("includes_of_includes"));
}

#[test]
fn an_include_stands_within_a_line() {
    insta::assert_snapshot!(outcome_of("include_within_a_line"));
}

#[test]
fn scopes_are_needed_together_or_by_choice() {
    insta::assert_snapshot!(outcome_of("permissions_together"));
}

#[test]
fn permissions_may_stand_in_columns() {
    insta::assert_snapshot!(outcome_of("permissions_by_resource"));
}

#[test]
fn two_tables_of_permissions_are_one() {
    insta::assert_snapshot!(outcome_of("permissions_in_two_tables"));
}

#[test]
fn an_upsert_is_named_so_and_asks_to_create() {
    insta::assert_snapshot!(outcome_of("upsert"));
}

#[test]
fn a_table_alone_describes_a_type() {
    insta::assert_snapshot!(outcome_of("type_only_in_a_table"));
}

#[test]
fn an_example_alone_describes_a_type() {
    insta::assert_snapshot!(outcome_of("type_only_in_an_example"));
}

#[test]
fn a_table_says_in_which_clouds() {
    insta::assert_snapshot!(outcome_of("clouds_in_a_table"));
}

#[test]
fn the_name_of_an_absent_file_says_in_which_clouds() {
    insta::assert_snapshot!(outcome_of("clouds_by_name"));
}

#[test]
fn a_box_tells_the_end() {
    insta::assert_snapshot!(outcome_of("deprecated_by_a_box"));
}

#[test]
fn a_difference_of_a_collection_is_sent_under_its_own_name() {
    insta::assert_snapshot!(outcome_of("delta_names"));
}

#[test]
fn anchors_casts_and_tabs_without_end_do_no_harm() {
    insta::assert_snapshot!(outcome_of("anchors_in_headings"));
}
