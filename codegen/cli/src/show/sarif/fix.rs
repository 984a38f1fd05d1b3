//! What mends a finding, as fixes of SARIF (3.55).

use serde::Serialize;
use tablewright::diagnostic::Edit;

use super::{Artifact, Message, Region, artifact, region};
use crate::finding::{Finding, Folder};

/// A fix.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fix {
    description: Message,
    artifact_changes: [ArtifactChange; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

/// A region without length is where something is put in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Message>,
}

/// None or one.
pub(super) fn fixes(it: &Finding<'_>, docs: &Folder) -> Vec<Fix> {
    let replacements: Vec<Replacement> = it.said.edits.iter().filter_map(|edit| replacement(it, edit)).collect();
    if replacements.is_empty() {
        return Vec::new();
    }
    let text = if it.said.hint.is_empty() { "what `tablewright lint --fix` does" } else { &it.said.hint };
    let change = ArtifactChange { artifact_location: artifact(docs, &it.said.origin.page), replacements };
    vec![Fix { description: Message { text: text.to_owned() }, artifact_changes: [change] }]
}

fn replacement(it: &Finding<'_>, edit: &Edit) -> Option<Replacement> {
    let (start, end) = it.range(edit)?;
    let inserted_content = (!edit.text.is_empty()).then(|| Message { text: edit.text.clone() });
    Some(Replacement { deleted_region: region(&start, Some(&end)), inserted_content })
}
