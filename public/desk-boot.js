// Loads the desk. The page's policy allows no inline script, so even these lines are a file.
import init from "/desk/desk.js";

init({ module_or_path: "/desk/desk_bg.wasm" }).catch((error) => {
  console.error(error);
  const boot = document.getElementById("boot");
  if (!boot) return;
  const french = navigator.language.toLowerCase().startsWith("fr");
  boot.textContent = french ? boot.dataset.failedFr : boot.dataset.failedEn;
});
