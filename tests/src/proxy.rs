//! A proxy that cuts: each connection through it ends at a byte of its own, in whichever direction
//! that byte goes, in the middle of whatever it belongs to.

use std::net::SocketAddr;
use std::ops::Range;

use anyhow::{Context, Result};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A running proxy; it stops when it is dropped, and cuts what is left.
pub struct CuttingProxy {
    /// Where it answers, without a trailing slash.
    pub url: String,
    serving: JoinHandle<()>,
}

impl CuttingProxy {
    /// Starts one before an `http://host:port`; a seed draws the bytes within a range at which
    /// connections end.
    pub async fn start(upstream: &str, ends: Range<usize>, seed: u64) -> Result<Self> {
        let upstream: SocketAddr = upstream
            .strip_prefix("http://")
            .context("an http address")?
            .parse()?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let mut rng = fastrand::Rng::with_seed(seed);
        let serving = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let end = rng.usize(ends.clone());
                tokio::spawn(async move {
                    // However it ends, both sides find their connection closed.
                    let _ = relay(client, upstream, end).await;
                });
            }
        });
        Ok(Self { url, serving })
    }
}

impl Drop for CuttingProxy {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// Passes so many bytes on, both directions together.
async fn relay(mut client: TcpStream, upstream: SocketAddr, mut left: usize) -> Result<()> {
    let mut server = TcpStream::connect(upstream).await?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (mut asked, mut answered) = ([0; 4_096], [0; 4_096]);
    while left > 0 {
        let (read, bytes, to) = tokio::select! {
            read = client.read(&mut asked) => (read?, &asked, &mut server),
            read = server.read(&mut answered) => (read?, &answered, &mut client),
        };
        if read == 0 {
            break;
        }
        let passed = read.min(left);
        to.write_all(&bytes[..passed]).await?;
        left -= passed;
    }
    Ok(())
}
