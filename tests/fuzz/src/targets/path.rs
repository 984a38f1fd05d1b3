//! Values in a path.

use graph_client::beta::{WorkbookRangePatch, update_workbook_range, update_workbook_range_at_worksheets};
use percent_encoding::percent_decode_str;
use tablewright_runtime::{BlockingClient, PathValue, Recorder};

use super::ensure;
use crate::{Form, Outcome, Reached, Target};

/// Values of three parameters, a line each; the second call takes the first as a path.
pub(super) const PATH: Target = Target {
    name: "path",
    holds: "a value stays in its segment, is decoded as itself, and is sent as the path or refused",
    form: Form::Text,
    seeds: |_| SEEDS.map(str::to_owned).to_vec(),
    check: path,
};

const SEEDS: [&str; 8] = [
    "1\u{1e}Sheet1\u{1e}A1:B2",
    "..\u{1e}.\u{1e}'",
    "a/../b\u{1e}%2e%2e%2f\u{1e}o'neil",
    "a?b#c\u{1e};p=1\u{1e}')/x",
    "@\u{1e}!\u{1e}''",
    "\\\\host\\x\u{1e}//host\u{1e}{id}",
    "My files/June.xlsx\u{1e}\r\nHost: x\u{1e}\u{202e}",
    "Zoë@example.com\u{1e}$ref\u{1e}~",
];

fn path(text: &str, reached: &mut Reached) -> Outcome {
    let mut parts = text.splitn(3, '\u{1e}');
    let mut part = || parts.next().unwrap_or_default();
    let (item, sheet, address) = (part(), part(), part());
    let patch = || WorkbookRangePatch::new().values(serde_json::json!([[1]]));
    let before = ["me", "drive", "items"].map(str::to_owned);
    let one = update_workbook_range(item, sheet, address, patch());
    reached.at(sent(one, &[item, sheet, address], &wanted(&before, &[item.to_owned()], sheet, address))?);
    let segments: Vec<&str> = item.split('/').collect();
    let values: Vec<&str> = segments.iter().copied().chain([sheet, address]).collect();
    let two = update_workbook_range_at_worksheets(PathValue::segments(segments.clone()), sheet, address, patch());
    let mut place: Vec<String> = segments.iter().map(|it| (*it).to_owned()).collect();
    if let Some(last) = place.last_mut() {
        last.push(':');
    }
    reached.at(sent(two, &values, &wanted(&["me", "drive", "root:"].map(str::to_owned), &place, sheet, address))?);
    Ok(())
}

/// The segments of the path, decoded.
fn wanted(before: &[String], place: &[String], sheet: &str, address: &str) -> Vec<String> {
    let range = format!("range(address='{}')", address.replace('\'', "''"));
    let after = ["workbook", "worksheets", sheet].map(str::to_owned);
    [before, place, &after, &[range]].concat()
}

fn sent<O>(request: tablewright_runtime::Request<O>, values: &[&str], wanted: &[String]) -> Result<&'static str, String>
where
    O: tablewright_runtime::Operation,
{
    let refused = values.iter().any(|it| matches!(*it, "" | "." | ".."));
    let Ok(path) = request.path().map(str::to_owned) else {
        ensure(refused, || "a value is refused that is fit".to_owned())?;
        return Ok("refused");
    };
    ensure(!refused, || format!("`{path}` holds a value that vanishes"))?;
    let decoded: Vec<String> =
        path.split('/').map(|it| percent_decode_str(it).decode_utf8_lossy().into_owned()).collect();
    ensure(decoded == wanted, || format!("`{path}` has other segments than {wanted:?}"))?;
    let recorder = Recorder::new();
    recorder.answer_empty(204);
    let client = BlockingClient::builder().transport(recorder.clone()).token("t").build();
    let client = client.map_err(|error| error.to_string())?;
    request.send_blocking(&client).map_err(|error| format!("not sent: {error}"))?;
    let requests = recorder.requests();
    let url = requests.first().map(tablewright_runtime::RecordedRequest::url).unwrap_or_default();
    ensure(url.ends_with(&format!("/beta/{path}")), || format!("sent to `{url}`, not to `{path}`"))?;
    Ok(if path.contains('%') { "sent encoded" } else { "sent as it is" })
}
