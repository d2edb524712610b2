// The chat as a Vue component: it is there while the component is.

import { createApp, defineComponent, h, onMounted, onUnmounted, ref, watch } from "vue";

import { beginChat, introduce } from "./chat.js";

const Chat = defineComponent({
  props: { edge: String, site: String, token: String },
  setup(props) {
    let end;
    onMounted(() => (end = beginChat(props)));
    onUnmounted(() => end());
    watch(() => props.token, introduce);
    return () => null;
  },
});

const Account = defineComponent({
  props: { shop: Object },
  emits: ["leave"],
  setup(props, { emit }) {
    const { edge, site, token } = props.shop;
    const signed = ref();
    return () => [
      h("h1", "My account"),
      h("button", { onClick: () => (signed.value = token) }, "Sign in"),
      h("button", { onClick: () => (signed.value = undefined) }, "Sign out"),
      h("button", { onClick: () => emit("leave") }, "Leave"),
      h(Chat, { edge, site, token: signed.value }),
    ];
  },
});

const App = defineComponent({
  props: { shop: Object },
  setup(props) {
    const isAtHome = ref(false);
    const go = (home) => () => (isAtHome.value = home);
    return () =>
      isAtHome.value
        ? [h("h1", "Home"), h("button", { onClick: go(false) }, "My account")]
        : h(Account, { shop: props.shop, onLeave: go(true) });
  },
});

const app = document.getElementById("app");
createApp(App, { shop: { ...app.dataset } }).mount(app);
