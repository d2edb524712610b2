//! One's own sessions, the audit trail and what is kept of a shopper, in French.

use shared::audit::Action;

use crate::phrases::owners::{AccountWords, AuditWords, PrivacyWords};

/// Where the agent is signed in.
pub const ACCOUNT: AccountWords = AccountWords {
    heading: "Mes sessions",
    intro: "Chaque appareil où vous êtes connecté. Si vous n’en reconnaissez pas un, fermez sa session.",
    times: |since, until| format!("Depuis le {since}, jusqu’au {until}"),
    here: "ici",
    unknown: "Appareil inconnu",
    end: "Fermer",
    end_one: |times| format!("Fermer la session\u{202f}: {times}"),
    end_others: "Fermer toutes les autres",
};

/// Who did what.
pub const AUDIT: AuditWords = AuditWords {
    heading: "Journal",
    intro: "Qui a changé quoi à la boutique, à son équipe et aux données des clients. Rien ne s’y efface.",
    whole: |entries| match entries {
        0 => "Le journal est vide.".to_owned(),
        1 => "1 entrée, vérifiée.".to_owned(),
        _ => format!(
            "{entries} entrées, vérifiées une à une\u{202f}: aucune n’a été modifiée ni retirée."
        ),
    },
    broken: |seq| {
        format!(
            "Le journal a été altéré à partir de l’entrée {seq}. Prévenez l’exploitant du service."
        )
    },
    only: "Afficher",
    all: "Tout",
    none: "Rien de tel.",
    more: "Afficher la suite",
    operator: "Exploitant",
    retention: "Fin du délai de conservation",
    action: |action| match action {
        Action::SiteSaved => "Réglages de la boutique",
        Action::AgentSaved => "Compte enregistré",
        Action::AgentRemoved => "Compte retiré",
        Action::Invited => "Invitation",
        Action::InvitationWithdrawn => "Invitation annulée",
        Action::Joined => "Invitation acceptée",
        Action::ProfileSaved => "Compétences",
        Action::TemplateSaved => "Modèle",
        Action::ServiceSaved => "Horaires et délais",
        Action::LabelsSaved => "Étiquettes",
        Action::ContactExported => "Données d’un client exportées",
        Action::ContactErased => "Client effacé",
        Action::DirectoryRebuilt => "Annuaire reconstruit",
    },
};

/// What is kept of a shopper.
pub const PRIVACY: PrivacyWords = PrivacyWords {
    heading: "Données du client",
    export: "Exporter (JSON)",
    erase: "Effacer ce client…",
    title: "Effacer ce client",
    intro: "Toute la conversation, les notes, les promesses et le lien avec les commandes seront effacés partout, pour de bon. Les colis continuent leur route.",
    confirm: "Tapez EFFACER pour confirmer",
    word: "EFFACER",
    erase_surely: "Effacer pour de bon",
    done: |when| format!("Effacé partout le {when}."),
    under_way: "L’effacement a commencé et s’achève de lui-même.",
    receipt: "Reçu\u{202f}: ",
    receipt_hint: "Gardez ce reçu\u{202f}: il ne contient rien du client et prouve l’effacement.",
};
