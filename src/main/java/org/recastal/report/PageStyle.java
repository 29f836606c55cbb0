package org.recastal.report;

/** The looks of the page: light or dark as the reader prefers, black on white in print. */
final class PageStyle {
  private PageStyle() {}

  static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #1c1f24; --soft: #5a6270; --page: #ffffff;
        --line: #d7dbe0; --panel: #f4f5f7; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6e8eb; --soft: #a3abb7; --page: #16181c; --line: #3a3f47;
          --panel: #1f2227; } }
      body { margin: 0; background: var(--page); color: var(--ink);
        font: 16px/1.5 "DejaVu Sans", Helvetica, Arial, sans-serif; }
      main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .6rem; }
      h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
      .verdict { font-size: 1.1rem; margin: 0 0 .6rem; }
      .note { border-left: .25rem solid #c98a00; padding-left: .8rem; color: var(--soft); }
      figure { margin: 1rem 0; padding: .5rem; background: #ffffff; border-radius: .4rem;
        text-align: center; }
      figure svg { max-width: 100%; height: auto; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: .2rem .7rem .2rem 0; vertical-align: top;
        border-bottom: 1px solid var(--line); white-space: nowrap; }
      td:last-child { white-space: normal; min-width: 14rem; }
      pre { background: var(--panel); padding: .8rem; overflow-x: auto; font-size: .85rem; }
      sub, sup { line-height: 0; }
      a { color: inherit; }
      summary { cursor: pointer; color: var(--soft); }
      footer { margin-top: 2.5rem; color: var(--soft); font-size: .85rem; }
      @media print {
        :root { --ink: #000; --soft: #333; --page: #fff; --line: #bbb; --panel: #f4f4f4; }
        main { max-width: none; padding: 0; }
        figure, tr { break-inside: avoid; }
        pre { white-space: pre-wrap; }
      }
      """;
}
