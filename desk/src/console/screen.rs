//! Which part of the desk is seen.

/// What fills the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The list; beside it, where there is room, the case that is open.
    #[default]
    List,
    /// The case that is open.
    Case,
    /// Its dossier, where there is no room for it beside the case.
    Dossier,
    /// The payloads that could not be understood.
    Quarantine,
    /// The parcels at risk.
    Parcels,
    /// Who works at the desk.
    Staff,
    /// How it stands at this moment, and how the service did.
    Overview,
    /// Where the agent is signed in.
    Account,
}

impl Screen {
    /// Its name, which the style sheet knows.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Case => "case",
            Self::Dossier => "dossier",
            Self::Quarantine => "quarantine",
            Self::Parcels => "parcels",
            Self::Staff => "staff",
            Self::Overview => "overview",
            Self::Account => "account",
        }
    }

    /// Whether it is one of those on which cases are read.
    pub fn is_of_cases(self) -> bool {
        matches!(self, Self::List | Self::Case | Self::Dossier)
    }
}
