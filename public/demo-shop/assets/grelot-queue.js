// Calls made before Grelot's script has arrived wait here; the script answers them in order.
window.Grelot = window.Grelot || function () {
  (Grelot.q = Grelot.q || []).push(arguments);
};
