// Nothing a document says may become HTML.
import { describe, expect, test } from "vitest";
import { escapeText, html, joined } from "./html.ts";

describe("a template", () => {
  test("escapes what is put into elements and attributes", () => {
    const text = `<script>alert("1")</script> & 'more'`;
    expect(html`<p title="${text}">${text}</p>`.text).toBe(
      '<p title="&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;more&#39;">' +
        "&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;more&#39;</p>",
    );
  });

  test("takes HTML, lists, numbers, and nothing", () => {
    const items = ["a<", "b"].map((text) => html`<li>${text}</li>`);
    expect(html`<ul class="n${2}">${items}${null}${false}</ul>`.text).toBe(
      '<ul class="n2"><li>a&#60;</li><li>b</li></ul>',
    );
  });

  test("joins pieces with what is escaped, too", () => {
    expect(joined([html`<b>a</b>`, "b"], " & ").text).toBe("<b>a</b> &#38; b");
  });
});

describe("text", () => {
  test("loses what would reorder or break the page, and keeps the scripts of the world", () => {
    expect(escapeText("a\u202eb\u0000c\ud800d")).toBe("a\ufffdb\ufffdc\ufffdd");
    const kept = "سياسة السلامة 政策 👩‍🔬 é\ttab\nline";
    expect(escapeText(kept)).toBe(kept);
  });
});
