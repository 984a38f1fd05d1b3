//! Oddities of pages, one a test: what the parser must survive.

use tablewright_pipeline_tests::outcome_of;

#[test]
fn a_tab_in_the_delimiter_row_does_not_lose_the_table() {
    insta::assert_snapshot!(outcome_of("tab_in_delimiter_row.md"));
}

#[test]
fn front_matter_is_no_heading() {
    insta::assert_snapshot!(outcome_of("front_matter.md"));
}

#[test]
fn front_matter_that_is_not_closed_is_text() {
    insta::assert_snapshot!(outcome_of("front_matter_open.md"));
}

#[test]
fn a_byte_order_mark_does_not_hide_the_title() {
    insta::assert_snapshot!(outcome_of("byte_order_mark.md"));
}

#[test]
fn windows_line_ends_change_nothing() {
    insta::assert_snapshot!(outcome_of("windows_line_ends.md"));
}

#[test]
fn a_bare_carriage_return_is_no_line_end() {
    insta::assert_snapshot!(outcome_of("bare_carriage_return.md"));
}

#[test]
fn a_cell_that_goes_on_in_the_next_line_is_joined() {
    insta::assert_snapshot!(outcome_of("continued_cell.md"));
}

#[test]
fn a_delimiter_row_of_another_width_is_forgiven() {
    insta::assert_snapshot!(outcome_of("delimiter_width.md"));
}

#[test]
fn an_unescaped_bar_joins_the_surplus_cells() {
    insta::assert_snapshot!(outcome_of("surplus_cells.md"));
}

#[test]
fn an_escaped_bar_and_one_in_backticks_are_text() {
    insta::assert_snapshot!(outcome_of("escaped_bar.md"));
}

#[test]
fn a_row_with_too_few_cells_is_read() {
    insta::assert_snapshot!(outcome_of("short_row.md"));
}

#[test]
fn rows_in_a_comment_are_counted_and_not_read() {
    insta::assert_snapshot!(outcome_of("rows_in_comment.md"));
}

#[test]
fn a_comment_or_a_blank_line_between_rows_ends_no_table() {
    insta::assert_snapshot!(outcome_of("interrupted_table.md"));
}

#[test]
fn a_bar_alone_is_no_row() {
    insta::assert_snapshot!(outcome_of("lone_bar.md"));
}

#[test]
fn placeholders_stay_in_the_text() {
    insta::assert_snapshot!(outcome_of("placeholder_tags.md"));
}

#[test]
fn html_above_a_table_does_not_hide_it() {
    insta::assert_snapshot!(outcome_of("html_above_table.md"));
}

#[test]
fn bidirectional_controls_never_reach_rust() {
    insta::assert_snapshot!(outcome_of("bidirectional.md"));
}

#[test]
fn a_comment_in_a_comment_is_reported() {
    insta::assert_snapshot!(outcome_of("nested_comment.md"));
}

#[test]
fn category_rows_are_no_properties() {
    insta::assert_snapshot!(outcome_of("category_rows.md"));
}

#[test]
fn names_lose_their_markup_and_keep_their_mark() {
    insta::assert_snapshot!(outcome_of("marked_names.md"));
}

#[test]
fn properties_may_be_split_over_two_tables() {
    insta::assert_snapshot!(outcome_of("split_tables.md"));
}

#[test]
fn what_is_not_utf_8_is_an_error_and_read() {
    insta::assert_snapshot!(outcome_of("not_utf8.md"));
}

#[test]
fn a_file_that_is_no_markdown_is_named() {
    insta::assert_snapshot!(outcome_of("not_markdown"));
}

#[test]
fn names_that_are_none_are_dropped_and_named() {
    insta::assert_snapshot!(outcome_of("odd_names.md"));
}

#[test]
fn a_page_about_many_things_is_an_overview() {
    insta::assert_snapshot!(outcome_of("overview.md"));
}

#[test]
fn text_in_a_table_of_a_list_is_found() {
    insta::assert_snapshot!(outcome_of("table_in_list.md"));
}

#[test]
fn mixed_line_ends_change_nothing() {
    insta::assert_snapshot!(outcome_of("mixed_newlines.md"));
}

#[test]
fn no_break_spaces_are_spaces() {
    insta::assert_snapshot!(outcome_of("no_break_spaces.md"));
}

#[test]
fn a_row_wrapped_before_a_bar_is_named() {
    insta::assert_snapshot!(outcome_of("row_wrapped_before_its_bar.md"));
}

#[test]
fn a_plain_name_alone_in_its_row_is_named() {
    insta::assert_snapshot!(outcome_of("one_cell_rows.md"));
}

#[test]
fn a_comment_that_is_never_closed_is_reported() {
    insta::assert_snapshot!(outcome_of("comment_never_closed.md"));
}

#[test]
fn a_line_behind_a_whole_row_is_not_part_of_it() {
    insta::assert_snapshot!(outcome_of("line_behind_a_table.md"));
}

#[test]
fn deprecated_marks_are_kept_and_cut_off_names() {
    insta::assert_snapshot!(outcome_of("deprecated_marks.md"));
}

#[test]
fn columns_are_found_by_their_headers() {
    insta::assert_snapshot!(outcome_of("other_columns.md"));
}

#[test]
fn a_missing_description_column_loses_no_property() {
    insta::assert_snapshot!(outcome_of("no_description_column.md"));
}

#[test]
fn a_table_needs_no_outer_bars() {
    insta::assert_snapshot!(outcome_of("table_without_outer_bars.md"));
}

#[test]
fn a_table_of_no_known_kind_is_counted() {
    insta::assert_snapshot!(outcome_of("unknown_table.md"));
}

#[test]
fn a_table_in_a_quote_is_a_table() {
    insta::assert_snapshot!(outcome_of("table_in_quote.md"));
}

#[test]
fn conflict_markers_lose_no_row() {
    insta::assert_snapshot!(outcome_of("conflict_markers.md"));
}

#[test]
fn a_half_written_page_is_read() {
    insta::assert_snapshot!(outcome_of("half_written.md"));
}

#[test]
fn an_include_that_is_not_there_is_no_text() {
    insta::assert_snapshot!(outcome_of("includes.md"));
}

#[test]
fn rows_without_closing_bars_are_no_continuations() {
    insta::assert_snapshot!(outcome_of("rows_without_closing_bars.md"));
}
