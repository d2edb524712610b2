//! The page of keys, in French.

use crate::phrases::Keys;

pub const KEYS: Keys = Keys {
    heading: "Raccourcis clavier",
    palette: "Chercher, ou agir de partout",
    cases: "Aller aux demandes",
    parcels: "Aller aux colis à risque",
    staff: "Aller à l’équipe (responsables)",
    overview: "Aller au pilotage (responsables)",
    next: "Demande suivante",
    previous: "Demande précédente",
    open: "Ouvrir la demande",
    reply: "Répondre",
    note: "Écrire une note interne",
    take: "Prendre en charge",
    resolve: "Clore",
    more: "Mettre de côté, confier, remettre dans la file",
    promise: "Promettre quelque chose avec la réponse",
    ready: "Se rendre disponible ou non",
    templates: "Choisir un modèle de réponse (champ vide)",
    send: "Envoyer le message",
    leave_field: "Quitter le champ ou le dossier",
    help: "Afficher cette aide",
    letters: "Activer les raccourcis d’une seule touche",
};
