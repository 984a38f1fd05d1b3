use graph_client::v1_0::{OpenTypeExtensionPatch, UserPatch};

fn main() {
    UserPatch::new().extensions(OpenTypeExtensionPatch::new());
}
