//! What a generated crate would declare, by hand.

use tablewright_runtime as rt;

#[derive(Default)]
pub(crate) struct User {
    pub(crate) id: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) extra: rt::Extra,
}

impl rt::Model for User {
    const SHAPE: &'static rt::Shape = &rt::Shape { name: "microsoft.graph.user", members: &["id", "displayName"] };
}
impl rt::Object for User {
    fn about(&self) -> (&'static rt::Shape, &rt::Extra) {
        (<Self as rt::Model>::SHAPE, &self.extra)
    }
    fn slots(&self, row: usize) -> Option<[rt::Slot<'_>; 4]> {
        Some(match row {
            0 => [rt::text(&self.id), rt::text(&self.display_name), rt::NO_FIELD, rt::NO_FIELD],
            _ => return None,
        })
    }

    fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> {
        Some(match index {
            0 => &mut self.id,
            1 => &mut self.display_name,
            _ => return None,
        })
    }

    fn extra_mut(&mut self) -> &mut rt::Extra {
        &mut self.extra
    }
}
rt::model!(User);

rt::patches!();

pub(crate) type UserPatch = PatchOf<User>;
impl Updatable for User {
    type Model = Self;
    const SHAPE: &'static rt::PatchShape = &rt::PatchShape {
        names: "microsoft.graph.user\n\
            +displayName\n\
            +jobTitle\n\
            +level\n\
            #id",
        discriminated: false,
        open: false,
    };
}

impl UserPatch {
    pub(crate) fn display_name(self, value: impl rt::IntoPatch<String>) -> Self {
        rt::set(self, 22, value)
    }

    pub(crate) fn job_title(self, value: impl rt::IntoPatch<String>) -> Self {
        rt::set(self, 35, value)
    }

    pub(crate) fn level(self, value: impl rt::IntoPatch<Level>) -> Self {
        rt::set(self, 45, value)
    }
}

pub(crate) enum Level {
    Low,
    UnknownFutureValue,
    Other(String),
}

impl rt::Enum for Level {
    const NAME: &'static str = "microsoft.graph.level";
    const MEMBERS: &'static [&'static str] = &["low", "unknownFutureValue"];

    fn new(index: usize, text: &str) -> Self {
        match index {
            0 => Self::Low,
            1 => Self::UnknownFutureValue,
            _ => Self::Other(text.to_owned()),
        }
    }

    fn index(&self) -> Result<usize, &str> {
        match self {
            Self::Low => Ok(0),
            Self::UnknownFutureValue => Ok(1),
            Self::Other(text) => Err(text),
        }
    }
}
rt::enumeration!(Level);

pub(crate) enum UpdateUser {}

impl rt::Operation for UpdateUser {
    type Answer = User;
    type Patch = UserPatch;
    const INFO: &'static rt::OperationInfo = &rt::OperationInfo {
        name: "update_user",
        page: "https://learn.microsoft.com/graph/api/user-update",
        version: "v1.0",
        request_lines: &["PATCH /users/{id | userPrincipalName}"],
        permissions: rt::Permissions {
            delegated_work: rt::Scopes {
                least: &[&["User.ReadWrite"]],
                all: &[&["User.ReadWrite"], &["User.ReadWrite.All"]],
            },
            delegated_personal: rt::Scopes::NONE,
            application: rt::Scopes { least: &[], all: &[&["User.ReadWrite.All"]] },
            unspecified: rt::Scopes::NONE,
        },
        clouds: &[rt::Deployment::Global, rt::Deployment::UsL4],
        statuses: &[204],
    };
}
impl rt::TakesIfMatch for UpdateUser {}
impl rt::TakesPrefer for UpdateUser {}

pub(crate) fn update_user(id: impl Into<rt::PathValue>, patch: UserPatch) -> rt::Request<UpdateUser> {
    rt::Request::new("users/{id}", &[id.into()], patch)
}

/// The update that most tests send.
pub(crate) fn rename() -> rt::Request<UpdateUser> {
    update_user("adele@example.com", UserPatch::new().display_name("Adele"))
}
