//! Who works at the desk, in French.

use shared::protocol::staff::Role;
use shared::routing::Level;

use crate::phrases::staff::Staff;

pub const STAFF: Staff = Staff {
    heading: "Équipe",
    intro: "Ce que chacun sait faire décide de ce qui lui est confié. Un changement vaut tout de suite.",
    parts: "Réglages de l’équipe",
    role: |role| match role {
        Role::Agent => "Conseiller",
        Role::Lead => "Responsable",
        Role::Owner => "Propriétaire",
    },
    role_name: "Rôle",
    role_hint: "Un autre rôle met fin aux sessions ouvertes de la personne.",
    level: |level| match level {
        Level::Newcomer => "Débute\u{202f}: demandes simples",
        Level::Regular => "Confirmé",
        Level::Expert => "Expert\u{202f}: demandes prioritaires",
    },
    level_name: "Niveau",
    capacity: "Demandes à la fois",
    skills: "Sujets",
    languages: "Langues",
    remove: "Retirer de l’équipe",
    remove_surely: "Confirmer le retrait",
    last_owner: "La boutique garde au moins un propriétaire. Nommez-en d’abord un autre.",
    malformed: "Il manque quelque chose\u{202f}: un sujet et une langue au moins, une adresse e-mail entière.",
    failed: "Cela n’a pas abouti. Réessayez dans un instant.",
    invitations: "Invitations",
    invite: "Inviter",
    link: "Lien de l’invitation",
    link_of: |email| {
        format!("Copiez ce lien pour {email}. Il n’est montré qu’une fois et ne sert qu’une fois.")
    },
    good_until: |when| format!("valable jusqu’au {when}"),
    withdraw: "Annuler",
    join_title: "Rejoindre le bureau",
    join_intro: "Choisissez votre nom et votre mot de passe\u{202f}: vous vous connecterez ensuite.",
    join_name: "Votre nom, tel que les clients le verront",
    join_password: "Mot de passe, douze caractères au moins",
    join: "Rejoindre",
    join_over: "Cette invitation n’est plus valable. Demandez-en une autre.",
    join_malformed: "Le nom ou le mot de passe ne convient pas\u{202f}: douze caractères au moins pour le mot de passe.",
};
