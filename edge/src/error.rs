//! Errors of the HTTP side: whose fault, a stable code, and what to do next.

use serde::Serialize;
use shared::routes::Missing;
use worker::{Response, console_error};

/// Why a request got no other answer.
#[derive(Debug)]
pub enum ApiError {
    /// The request can't be understood.
    Malformed(&'static str),
    /// A setting is not as it must be; which, and how it must be.
    Unfit(String),
    /// The caller has not shown who it is.
    Unauthorized(&'static str),
    /// E-mail and password don't belong together.
    WrongCredentials,
    /// The caller may not do this.
    Forbidden(&'static str),
    /// It would contradict what is there.
    Conflict(&'static str),
    /// There is nothing at this address.
    NotFound(&'static str),
    /// The method doesn't fit the address.
    MethodNotAllowed,
    /// The body is over so many bytes.
    TooLarge(usize),
    /// Too many tries; seconds until the next.
    Locked(u32),
    /// Too many requests that are nobody's fault alone; seconds until the next.
    TooMany(u32),
    /// Something of ours failed.
    Internal(worker::Error),
}

/// A handler's outcome.
pub type ApiResult<T> = Result<T, ApiError>;

#[derive(Serialize)]
struct Body {
    error: Detail,
}

#[derive(Serialize)]
struct Detail {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u32>,
}

impl From<worker::Error> for ApiError {
    fn from(error: worker::Error) -> Self {
        Self::Internal(error)
    }
}

impl From<Missing> for ApiError {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::Address => Self::NotFound("There is nothing at this address."),
            Missing::Method => Self::MethodNotAllowed,
        }
    }
}

impl From<serde_json::Error> for ApiError {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl ApiError {
    /// The error as an answer. What is ours is logged once, here, and stays opaque outside.
    pub fn into_response(self) -> worker::Result<Response> {
        let (status, code, message, retry_after) = self.parts();
        let body = Body {
            error: Detail {
                code,
                message,
                retry_after,
            },
        };
        let response = Response::from_json(&body)?.with_status(status);
        response.headers().set("cache-control", "no-store")?;
        if let Some(seconds) = retry_after {
            response
                .headers()
                .set("retry-after", &seconds.to_string())?;
        }
        Ok(response)
    }

    fn parts(self) -> (u16, &'static str, String, Option<u32>) {
        match self {
            Self::Malformed(what) => (400, "malformed", what.to_owned(), None),
            Self::Unfit(what) => (400, "malformed", what, None),
            Self::Unauthorized(what) => (401, "unauthorized", what.to_owned(), None),
            Self::WrongCredentials => (
                401,
                "wrong_credentials",
                "E-mail and password do not belong together. Check both and try again.".to_owned(),
                None,
            ),
            Self::Forbidden(what) => (403, "forbidden", what.to_owned(), None),
            Self::Conflict(what) => (409, "conflict", what.to_owned(), None),
            Self::NotFound(what) => (404, "not_found", what.to_owned(), None),
            Self::MethodNotAllowed => (
                405,
                "method_not_allowed",
                "Use another method for this address.".to_owned(),
                None,
            ),
            Self::TooLarge(limit) => (
                413,
                "too_large",
                format!("Send at most {limit} bytes."),
                None,
            ),
            Self::Locked(seconds) => (
                429,
                "locked",
                "Too many wrong tries. Wait, then try again.".to_owned(),
                Some(seconds),
            ),
            Self::TooMany(seconds) => (
                429,
                "too_many",
                "Too many chats are being opened. Wait, then try again.".to_owned(),
                Some(seconds),
            ),
            Self::Internal(error) => {
                console_error!("internal error: {error}");
                let message = "Something failed on our side. Try again in a moment.".to_owned();
                (503, "unavailable", message, Some(5))
            }
        }
    }
}
