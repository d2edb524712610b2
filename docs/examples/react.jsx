// The chat as a React component: it is there while the component is.

import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import { beginChat, introduce } from "./chat.js";

function Chat({ edge, site, token }) {
  useEffect(() => beginChat({ edge, site }), [edge, site]);
  useEffect(() => introduce(token), [token]);
  return null;
}

function Account({ shop, onLeave }) {
  const [token, setToken] = useState(null);
  return (
    <>
      <h1>My account</h1>
      <button onClick={() => setToken(shop.token)}>Sign in</button>
      <button onClick={() => setToken(null)}>Sign out</button>
      <button onClick={onLeave}>Leave</button>
      <Chat edge={shop.edge} site={shop.site} token={token} />
    </>
  );
}

function App({ shop }) {
  const [isAtHome, setAtHome] = useState(false);
  if (!isAtHome) return <Account shop={shop} onLeave={() => setAtHome(true)} />;
  return (
    <>
      <h1>Home</h1>
      <button onClick={() => setAtHome(false)}>My account</button>
    </>
  );
}

const app = document.getElementById("app");
createRoot(app).render(<App shop={app.dataset} />);
