//! Types by hand, exactly as the generator writes them.

use ::tablewright_runtime as rt;

/// A device, with a property of each kind.
#[derive(Default)]
#[non_exhaustive]
pub struct Device {
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub count: Option<i32>,
    pub size: Option<i64>,
    pub ratio: Option<f64>,
    pub single: Option<f32>,
    pub small: Option<u8>,
    pub enabled: Option<bool>,
    pub created: Option<rt::DateTimeOffset>,
    pub day: Option<rt::Date>,
    pub time: Option<rt::TimeOfDay>,
    pub period: Option<rt::Duration>,
    pub guid: Option<rt::Guid>,
    pub binary: Option<rt::Binary>,
    pub price: Option<rt::Decimal>,
    pub status: Option<Status>,
    pub abilities: Option<rt::Flags<Ability>>,
    pub anything: Option<rt::Json>,
    pub parent: Option<Box<Device>>,
    pub children: Option<Vec<Device>>,
    pub tags: Option<Vec<String>>,
    pub ratios: Option<Vec<f64>>,
    pub matrix: Option<Vec<Vec<i32>>>,
    pub statuses: Option<Vec<Status>>,
    pub policy: Option<AnyPolicy>,
    pub policies: Option<Vec<AnyPolicy>>,
    pub client_secret: Option<String>,
    /// What the JSON held beside the fields above.
    pub extra: rt::Extra,
}
impl rt::Model for Device {
    const SHAPE: &'static rt::Shape = &rt::Shape {
        name: "microsoft.graph.device",
        members: &[
            "id",
            "displayName",
            "count",
            "size",
            "ratio",
            "single",
            "small",
            "enabled",
            "created",
            "day",
            "time",
            "period",
            "guid",
            "binary",
            "price",
            "status",
            "abilities",
            "anything",
            "parent",
            "children",
            "tags",
            "ratios",
            "matrix",
            "statuses",
            "policy",
            "policies",
            "clientSecret",
        ],
    };
}
impl rt::Object for Device {
    #[inline]
    fn about(&self) -> (&'static rt::Shape, &rt::Extra) {
        (<Self as rt::Model>::SHAPE, &self.extra)
    }
    #[inline]
    fn slots(&self, row: usize) -> Option<[rt::Slot<'_>; 4]> {
        Some(match row {
            0 => [rt::text(&self.id), rt::text(&self.display_name), rt::slot(&self.count), rt::slot(&self.size)],
            1 => [rt::slot(&self.ratio), rt::slot(&self.single), rt::slot(&self.small), rt::slot(&self.enabled)],
            2 => [rt::slot(&self.created), rt::slot(&self.day), rt::slot(&self.time), rt::slot(&self.period)],
            3 => [rt::slot(&self.guid), rt::slot(&self.binary), rt::slot(&self.price), rt::slot(&self.status)],
            4 => {
                [rt::slot(&self.abilities), rt::slot(&self.anything), rt::slot(&self.parent), rt::slot(&self.children)]
            }
            5 => [rt::slot(&self.tags), rt::slot(&self.ratios), rt::slot(&self.matrix), rt::slot(&self.statuses)],
            6 => [rt::slot(&self.policy), rt::slot(&self.policies), rt::text(&self.client_secret), rt::NO_FIELD],
            _ => return None,
        })
    }
    #[inline]
    fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> {
        Some(match index {
            0 => &mut self.id,
            1 => &mut self.display_name,
            2 => &mut self.count,
            3 => &mut self.size,
            4 => &mut self.ratio,
            5 => &mut self.single,
            6 => &mut self.small,
            7 => &mut self.enabled,
            8 => &mut self.created,
            9 => &mut self.day,
            10 => &mut self.time,
            11 => &mut self.period,
            12 => &mut self.guid,
            13 => &mut self.binary,
            14 => &mut self.price,
            15 => &mut self.status,
            16 => &mut self.abilities,
            17 => &mut self.anything,
            18 => &mut self.parent,
            19 => &mut self.children,
            20 => &mut self.tags,
            21 => &mut self.ratios,
            22 => &mut self.matrix,
            23 => &mut self.statuses,
            24 => &mut self.policy,
            25 => &mut self.policies,
            26 => &mut self.client_secret,
            _ => return None,
        })
    }
    #[inline]
    fn extra_mut(&mut self) -> &mut rt::Extra {
        &mut self.extra
    }
}
rt::model!(Device);

/// A base type.
#[derive(Default)]
#[non_exhaustive]
pub struct Policy {
    pub id: Option<String>,
    pub version: Option<i32>,
    pub holders: rt::Related<Vec<Device>>,
    /// What the JSON held beside the fields above.
    pub extra: rt::Extra,
}
impl rt::Model for Policy {
    const SHAPE: &'static rt::Shape =
        &rt::Shape { name: "microsoft.graph.policy", members: &["id", "version", "holders"] };
}
impl rt::Object for Policy {
    #[inline]
    fn about(&self) -> (&'static rt::Shape, &rt::Extra) {
        (<Self as rt::Model>::SHAPE, &self.extra)
    }
    #[inline]
    fn slots(&self, row: usize) -> Option<[rt::Slot<'_>; 4]> {
        Some(match row {
            0 => [rt::text(&self.id), rt::slot(&self.version), rt::related(&self.holders), rt::NO_FIELD],
            _ => return None,
        })
    }
    #[inline]
    fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> {
        Some(match index {
            0 => &mut self.id,
            1 => &mut self.version,
            2 => rt::related_mut(&mut self.holders),
            _ => return None,
        })
    }
    #[inline]
    fn extra_mut(&mut self) -> &mut rt::Extra {
        &mut self.extra
    }
}
rt::model!(Policy);

/// A derived type.
#[derive(Default)]
#[non_exhaustive]
pub struct AndroidPolicy {
    pub id: Option<String>,
    pub version: Option<i32>,
    pub minimum: Option<f64>,
    pub inner: Option<AnyPolicy>,
    /// What the JSON held beside the fields above.
    pub extra: rt::Extra,
}
impl rt::Model for AndroidPolicy {
    const SHAPE: &'static rt::Shape =
        &rt::Shape { name: "microsoft.graph.androidPolicy", members: &["id", "version", "minimum", "inner"] };
}
impl rt::Object for AndroidPolicy {
    #[inline]
    fn about(&self) -> (&'static rt::Shape, &rt::Extra) {
        (<Self as rt::Model>::SHAPE, &self.extra)
    }
    #[inline]
    fn slots(&self, row: usize) -> Option<[rt::Slot<'_>; 4]> {
        Some(match row {
            0 => [rt::text(&self.id), rt::slot(&self.version), rt::slot(&self.minimum), rt::slot(&self.inner)],
            _ => return None,
        })
    }
    #[inline]
    fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> {
        Some(match index {
            0 => &mut self.id,
            1 => &mut self.version,
            2 => &mut self.minimum,
            3 => &mut self.inner,
            _ => return None,
        })
    }
    #[inline]
    fn extra_mut(&mut self) -> &mut rt::Extra {
        &mut self.extra
    }
}
rt::model!(AndroidPolicy);

/// A [`Policy`] of any documented type, told apart by `@odata.type`.
#[non_exhaustive]
pub enum AnyPolicy {
    /// The base itself, or a type that is not documented.
    Policy(Box<Policy>),
    AndroidPolicy(Box<AndroidPolicy>),
}
impl rt::Choice for AnyPolicy {
    type Base = Policy;
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "microsoft.graph.policy" => Self::Policy(Box::default()),
            "microsoft.graph.androidPolicy" => Self::AndroidPolicy(Box::default()),
            _ => return None,
        })
    }
    #[inline]
    fn object(&self) -> &dyn rt::Object {
        match self {
            Self::Policy(it) => &**it,
            Self::AndroidPolicy(it) => &**it,
        }
    }
    #[inline]
    fn object_mut(&mut self) -> &mut dyn rt::Object {
        match self {
            Self::Policy(it) => &mut **it,
            Self::AndroidPolicy(it) => &mut **it,
        }
    }
}
impl Default for AnyPolicy {
    fn default() -> Self {
        Self::Policy(Box::default())
    }
}
impl From<Policy> for AnyPolicy {
    fn from(it: Policy) -> Self {
        Self::Policy(Box::new(it))
    }
}
impl From<AndroidPolicy> for AnyPolicy {
    fn from(it: AndroidPolicy) -> Self {
        Self::AndroidPolicy(Box::new(it))
    }
}
rt::choice!(AnyPolicy);

/// An enum.
#[non_exhaustive]
pub enum Status {
    Unknown,
    Compliant,
    UnknownFutureValue,
    /// A value that the docs do not list, as it came.
    Other(String),
}
impl rt::Enum for Status {
    const NAME: &'static str = "microsoft.graph.status";
    const MEMBERS: &'static [&'static str] = &["unknown", "compliant", "unknownFutureValue"];
    #[inline]
    fn new(index: usize, text: &str) -> Self {
        match index {
            0 => Self::Unknown,
            1 => Self::Compliant,
            2 => Self::UnknownFutureValue,
            _ => Self::Other(text.to_owned()),
        }
    }
    #[inline]
    fn index(&self) -> Result<usize, &str> {
        Ok(match self {
            Self::Unknown => 0,
            Self::Compliant => 1,
            Self::UnknownFutureValue => 2,
            Self::Other(text) => return Err(text),
        })
    }
}
rt::enumeration!(Status);

/// A flags enum.
#[non_exhaustive]
pub enum Ability {
    Read,
    Write,
    /// A value that the docs do not list, as it came.
    Other(String),
}
impl rt::Enum for Ability {
    const NAME: &'static str = "microsoft.graph.ability";
    const MEMBERS: &'static [&'static str] = &["read", "write"];
    #[inline]
    fn new(index: usize, text: &str) -> Self {
        match index {
            0 => Self::Read,
            1 => Self::Write,
            _ => Self::Other(text.to_owned()),
        }
    }
    #[inline]
    fn index(&self) -> Result<usize, &str> {
        Ok(match self {
            Self::Read => 0,
            Self::Write => 1,
            Self::Other(text) => return Err(text),
        })
    }
}
rt::enumeration!(Ability);
