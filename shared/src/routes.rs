//! The addresses of the edge, in one table: each with its method and with whom it lets in.
//!
//! The edge answers by this table and admits by it, before a handler runs; the tests of isolation
//! ask every row of it with credentials that are missing, wrong, of another site and expired. A
//! route that isn't here isn't answered, and one that is can't be left out of either.

/// Whom a route lets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Whoever asks: there is nothing to see but what is public.
    Nobody,
    /// Whoever has signed the body with the site's secret of that source.
    Signature,
    /// A shopper with a ticket.
    Ticket,
    /// An agent with the cookie of a session, from the desk's own origin.
    Agent,
    /// An agent who is a lead or an owner.
    Lead,
    /// An agent who is an owner.
    Owner,
    /// Whoever deployed this edge, by a bearer token.
    Operator,
    /// The operator, or an owner of the site in the address.
    Steward,
}

/// A route, and what stood in the address in place of its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// Which route.
    pub route: Route,
    /// The parameters in order; empty where the route has fewer.
    pub parameters: [&'a str; 2],
}

/// Why there is no route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is at the address.
    Address,
    /// The address takes other methods.
    Method,
}

macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident: $method:literal $path:literal $guard:ident,)*) => {
        /// A method at an address.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Route {
            $($(#[$doc])* $name,)*
        }

        impl Route {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The method, in capitals.
            pub fn method(self) -> &'static str {
                match self { $(Self::$name => $method,)* }
            }

            /// The address, its parameters in braces.
            pub fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }

            /// Whom it lets in.
            pub fn guard(self) -> Guard {
                match self { $(Self::$name => Guard::$guard,)* }
            }
        }
    };
}

routes! {
    /// Takes a webhook.
    TakeDelivery: "POST" "/hooks/{site}/{source}" Signature,
    /// Says that somebody listens for webhooks.
    ProbeHook: "HEAD" "/hooks/{site}/{source}" Nobody,
    /// Takes an order whole.
    PutOrder: "PUT" "/api/v1/orders/{number}" Signature,
    /// Makes a site or changes it.
    PutSite: "PUT" "/api/v1/sites/{site}" Operator,
    /// Makes an agent or changes one.
    PutAgent: "PUT" "/api/v1/sites/{site}/agents" Operator,
    /// Invites somebody, the first owner before all.
    InviteTo: "POST" "/api/v1/sites/{site}/invitations" Operator,
    /// Gives everything about a contact.
    ExportContact: "GET" "/api/v1/sites/{site}/contacts/{contact}" Steward,
    /// Erases a contact.
    EraseContact: "DELETE" "/api/v1/sites/{site}/contacts/{contact}" Steward,
    /// Rebuilds the directory from the objects.
    RebuildDirectory: "POST" "/api/v1/sites/{site}/directory" Operator,
    /// Says who a shopper is.
    OpenSession: "POST" "/api/v1/sites/{site}/sessions" Nobody,
    /// Searches the merchant's own help.
    Articles: "GET" "/api/v1/sites/{site}/articles" Nobody,
    /// Says until when to order.
    Cutoffs: "GET" "/api/v1/sites/{site}/cutoffs" Nobody,
    /// Says that the edge is there.
    Health: "GET" "/api/v1/health" Nobody,
    /// The shopper's socket.
    ShopperSocket: "GET" "/socket" Ticket,
    /// The panel's page.
    Frame: "GET" "/frame/{site}" Nobody,
    /// The desk's page.
    Desk: "GET" "/desk" Nobody,
    /// The agent's socket.
    AgentSocket: "GET" "/desk/socket" Agent,
    /// Says who is signed in.
    WhoIsSignedIn: "GET" "/desk/api/session" Agent,
    /// Signs an agent in.
    SignIn: "POST" "/desk/api/session" Nobody,
    /// Signs an agent out.
    SignOut: "DELETE" "/desk/api/session" Agent,
    /// Lists where the agent is signed in.
    ListSessions: "GET" "/desk/api/sessions" Agent,
    /// Signs the agent out everywhere.
    EndSessions: "DELETE" "/desk/api/sessions" Agent,
    /// Signs the agent out in one place.
    EndSession: "DELETE" "/desk/api/sessions/{session}" Agent,
    /// Lists who works at the desk.
    ListAgents: "GET" "/desk/api/agents" Owner,
    /// Changes an agent's name and role.
    ChangeAgent: "PUT" "/desk/api/agents/{agent}" Owner,
    /// Removes an agent.
    RemoveAgent: "DELETE" "/desk/api/agents/{agent}" Owner,
    /// Lists the invitations that nobody has taken yet.
    ListInvitations: "GET" "/desk/api/invitations" Owner,
    /// Invites somebody to work at the desk.
    Invite: "POST" "/desk/api/invitations" Owner,
    /// Takes an invitation back.
    WithdrawInvitation: "DELETE" "/desk/api/invitations/{invitation}" Owner,
    /// Shows who did what to the site and its people.
    ShowAudit: "GET" "/desk/api/audit" Owner,
    /// Takes an invitation.
    Join: "POST" "/desk/api/join" Nobody,
    /// Counts refused webhooks.
    Rejections: "GET" "/desk/api/rejections" Agent,
    /// Lists what agents can do.
    ListProfiles: "GET" "/desk/api/profiles" Lead,
    /// Sets what an agent can do.
    PutProfile: "PUT" "/desk/api/profiles/{agent}" Lead,
    /// Lists the parcels at risk.
    ListParcels: "GET" "/desk/api/parcels" Agent,
    /// Shows how the shop's service did.
    ShowReport: "GET" "/desk/api/report" Lead,
    /// Gives the same as a table for spreadsheets.
    SendReport: "GET" "/desk/api/report.csv" Lead,
    /// Shows what an agent may know of the orders of others in a contact's household.
    ShowHousehold: "GET" "/desk/api/contacts/{contact}/household" Agent,
    /// Searches what was said, and the orders.
    Search: "GET" "/desk/api/search" Agent,
    /// Shows when somebody answers, within which time, and who helps in the season.
    ShowService: "GET" "/desk/api/service" Lead,
    /// Sets it.
    SetService: "PUT" "/desk/api/service" Lead,
    /// Lists the labels that agents sort cases by.
    ListLabels: "GET" "/desk/api/labels" Agent,
    /// Puts another list of labels in its place.
    PutLabels: "PUT" "/desk/api/labels" Lead,
    /// Lists the texts that agents send often.
    ListTemplates: "GET" "/desk/api/templates" Agent,
    /// Keeps a template of the shop's own.
    KeepTemplate: "PUT" "/desk/api/templates/{language}/{id}" Lead,
    /// Forgets a template of the shop's own.
    DropTemplate: "DELETE" "/desk/api/templates/{language}/{id}" Lead,
    /// Fills a template with a case's facts.
    FillTemplate: "POST" "/desk/api/drafts" Agent,
}

/// The route of a request, by its method in capitals and its path.
pub fn find<'a>(method: &str, path: &'a str) -> Result<Found<'a>, Missing> {
    let mut at_address = Route::ALL
        .iter()
        .filter_map(|route| Some((*route, parameters(route.path(), path)?)))
        .peekable();
    if at_address.peek().is_none() {
        return Err(Missing::Address);
    }
    at_address
        .find(|(route, _)| route.method() == method)
        .map(|(route, parameters)| Found { route, parameters })
        .ok_or(Missing::Method)
}

/// What stands in a path for a pattern's parameters, if it fits the pattern.
fn parameters<'a>(pattern: &str, path: &'a str) -> Option<[&'a str; 2]> {
    let (mut wanted, mut given) = (segments(pattern), segments(path));
    let mut parameters = ["", ""];
    let mut free = parameters.iter_mut();
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(parameters),
            (Some(name), Some(value)) if name.starts_with('{') => *free.next()? = value,
            (Some(name), Some(value)) if name == value => {}
            _ => return None,
        }
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.trim_matches('/').split('/')
}

#[cfg(test)]
mod tests;
