/// The looks of a pack's page: screen, phone, paper, forced colours.
///
/// Support is blue and oppose orange, which colour-blind readers tell apart; unclear is hatched, never a third colour.
enum PackStyle {
    static let sheet: StaticString = """

        :root{--ink:#14181f;--soft:#4a5260;--line:#c9ced6;--wash:#f4f5f7;--paper:#fff;--brand:#14463d;--tint:#d9ebe6;
        --support:#1a5fb4;--oppose:#b3470b;--mixed:#6b3fa0;--unclear:#7b838f;
        --neg:#8f2d56;--neu:#c9ced6;--pos:#2b6e5f;--link:#0b4fa0;--focus:#ffdd00}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;color:var(--ink);background:var(--paper);overflow-wrap:break-word;
        font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        a{color:var(--link)}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--focus);
        box-shadow:0 0 0 5px var(--ink)}
        a:focus-visible,summary:focus-visible{background:var(--focus);color:var(--ink)}
        .skip{position:absolute;left:-999rem}
        .skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;z-index:1}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .patterns{position:absolute;width:0;height:0}
        .wrap{max-width:62rem;margin:0 auto;padding:0 1.25rem}
        .band{background:var(--brand);color:#fff}
        .band .wrap{padding-top:1.5rem;padding-bottom:1.6rem}
        .band p{margin:0;max-width:none}
        .band .meta{color:var(--tint)}
        h1{margin:.35rem 0 .3rem;font-size:clamp(1.6rem,4.2vw,2.4rem);line-height:1.15;letter-spacing:-.01em}
        h2{font-size:clamp(1.35rem,3vw,1.75rem);line-height:1.2;margin:2.6rem 0 .8rem;letter-spacing:-.005em;
        max-width:46rem;overflow-wrap:anywhere}
        h3{font-size:1.1875rem;line-height:1.3;margin:1.7rem 0 .5rem}
        h4{font-size:1.0625rem;line-height:1.3;margin:1.1rem 0 .1rem}
        p,ul,ol{margin:.4rem 0 .9rem;max-width:44rem}
        ul,ol{padding-left:1.4rem}
        li{margin:.15rem 0}
        .c,.why,.source,.ends{color:var(--soft);font-size:.9375rem;font-weight:400}
        .why{margin:-.2rem 0 .7rem}
        .note{border-left:6px solid var(--brand);background:var(--wash);padding:.9rem 1.1rem;margin:1.6rem 0 1.4rem}
        .note p{margin:.2rem 0;max-width:none}
        .warn{border:1px solid var(--line);border-left:6px solid var(--oppose);padding:.7rem 1rem;margin:1.4rem 0}
        .warn h3{margin:0 0 .3rem;font-size:1.0625rem}
        .warn p{margin:.25rem 0}
        .figures{display:flex;flex-wrap:wrap;margin:1.2rem 0;padding:0;list-style:none;max-width:none;
        border:1px solid var(--line);border-width:1px 0 0 1px}
        .figures li{flex:1 1 9.5rem;margin:0;padding:.75rem 1rem;border:1px solid var(--line);border-width:0 1px 1px 0}
        .figures b{display:block;font-size:1.75rem;line-height:1.15;font-variant-numeric:tabular-nums}
        .figures span{display:block;color:var(--soft);font-size:.9375rem;line-height:1.35}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:1rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0 .6rem}
        th,td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--line);
        overflow-wrap:anywhere}
        th:last-child,td:last-child{padding-right:0}
        thead th{font-size:.875rem;color:var(--soft);font-weight:600;border-bottom:2px solid var(--ink);
        overflow-wrap:normal}
        tbody th{font-weight:400}
        td.n,th.n{text-align:right;overflow-wrap:normal;white-space:nowrap}
        .glance th:first-child{width:42%}
        .glance td.n{padding-right:1.4rem}
        .glance th.n{padding-right:1.4rem}
        .glance .unit{display:none}
        .glance .c{display:block;margin-top:.15rem}
        tr.silent td,tr.silent th{color:var(--soft)}
        tr.part th{font-weight:600;padding-top:1.3rem}
        .scroll{overflow-x:auto}
        .crest{float:right;max-width:5rem;max-height:5rem;margin:0 0 .5rem 1rem}
        .officer{border-left:6px solid var(--line);padding:.2rem 0 .2rem .9rem;max-width:44rem}
        .nobody td,.nobody th{color:var(--ink)}
        .nobody td.p{font-weight:600}
        .volume{display:block;width:100%;min-width:3rem;height:.3rem;margin-top:.25rem}
        .detail{display:block}
        .ends{display:flex;justify-content:space-between;margin:-.3rem 0 .5rem}
        .deadline{fill:var(--oppose)}
        .summary{font-style:italic}
        .paper{display:none}
        .thread{font-size:1.0625rem}
        .said{padding-left:1.6rem;max-width:46rem}
        .said>li{margin:.6rem 0}
        .words{white-space:pre-line;overflow:hidden}
        .comments summary{font-weight:600}
        .comments summary h2{display:inline;color:inherit}
        dt{font-weight:600;margin-top:.6rem}dd{margin:.1rem 0 .4rem;max-width:44rem}
        .bar{display:block;width:100%;height:1.05rem}
        .tall{height:2rem}
        .days{height:4.5rem;margin-bottom:.5rem}
        .day{fill:var(--brand)}.ground{fill:var(--ink)}
        .s{fill:var(--support)}.m{fill:var(--mixed)}.u{fill:url(#hatch)}.o{fill:var(--oppose)}
        .neg{fill:var(--neg)}.neu{fill:var(--neu)}.pos{fill:var(--pos)}
        .gap{fill:#fff}.stroke{fill:var(--unclear)}
        .key{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;padding:0;margin:.5rem 0 .6rem;max-width:none;
        font-size:.9375rem}
        .key li{margin:0}
        .swatch{width:.9rem;height:.9rem;margin-right:.1rem;vertical-align:-.1rem;outline:1px solid var(--unclear)}
        .item{border-top:4px solid var(--ink);margin-top:3.2rem;padding-top:.2rem}
        .item h2{margin-top:.9rem}
        .no{color:var(--soft);font-weight:400}
        .two{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 2.75rem}
        .two>*{min-width:0}
        .phrases{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
        .phrases li{margin:0}
        .phrases b{font-weight:600}
        .theme{margin:0 0 1.3rem}
        .theme h4{margin:1rem 0 .1rem}
        .theme .bar{height:.5rem;margin:.3rem 0 .2rem}
        .theme .mix,.theme .also{margin:0 0 .4rem}
        .theme blockquote{margin:.5rem 0}
        .theme details{margin:.4rem 0}
        .theme summary{font-size:.9375rem}
        blockquote{margin:0 0 1rem;padding:.05rem 0 .05rem .9rem;border-left:4px solid var(--unclear);max-width:40rem}
        blockquote p{margin:0;white-space:pre-line;max-width:none}
        blockquote footer{color:var(--soft);font-size:.9375rem}
        blockquote footer strong{font-weight:600}
        .s_{border-color:var(--support)}.m_{border-color:var(--mixed)}.o_{border-color:var(--oppose)}
        .u_{border-left-style:dashed}
        .threads{list-style:none;padding:0;max-width:none}
        .threads>li{padding:.5rem 0;border-bottom:1px solid var(--line)}
        .files{list-style:none;padding:0;max-width:none}
        .files>li{margin:.4rem 0}
        details{margin:1rem 0}
        summary{cursor:pointer;color:var(--link);text-decoration:underline;width:fit-content}
        code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
        .foot{margin-top:4rem;padding-bottom:3rem;color:var(--soft);font-size:.9375rem}
        .foot p{border-top:1px solid var(--line);padding-top:1.2rem;max-width:none}
        @media (max-width:46rem){
        .two{grid-template-columns:minmax(0,1fr)}
        .figures li{flex-basis:50%}
        th,td{padding-right:.6rem}
        tbody th .c{display:block;line-height:1.3}
        .glance thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .glance,.glance tbody,.glance caption{display:block}
        .scroll table{min-width:30rem}
        .glance tr{display:grid;grid-template-columns:auto 1fr;gap:0 1.25rem;border-bottom:1px solid var(--line);
        padding:.6rem 0}
        .glance th,.glance td{border:0;padding:.1rem 0}
        .glance th:first-child{width:auto;grid-column:1/-1}
        .glance td.n{text-align:left;padding:.1rem 0}
        .glance td.none{display:none}
        .glance .unit{display:inline}
        .glance td.p{grid-column:1/-1}
        }
        @media (forced-colors:active){:root{--ink:CanvasText;--soft:CanvasText;--tint:CanvasText;--link:LinkText;
        --paper:Canvas;--wash:Canvas;--line:CanvasText}.bar,.volume{background:#fff}.ground{fill:var(--brand)}}
        @media print{
        @page{size:A4;margin:10mm 14mm 13mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt Arial,sans-serif}}
        body{font-size:8.8pt;line-height:1.28}
        .wrap{max-width:none;padding:0}
        .band{background:none;color:#000;border-bottom:3pt solid #000}
        .band .wrap{padding:0 0 6pt}.band .meta{color:#333}
        h1{font-size:18pt}h2{font-size:15pt;margin:5pt 0 3pt}h3{font-size:10.5pt;margin:5pt 0 1pt}li{margin:0}
        h4{font-size:9.5pt;margin:6pt 0 0}
        h2,h3,h4,caption,.why{break-after:avoid}
        p,ul,ol{margin:2pt 0 5pt;max-width:none}
        .c,.why,.source,.figures span,.key,blockquote footer,thead th,.foot{font-size:8.5pt}
        .why{margin:0 0 4pt}
        .note,.warn{padding:3pt 8pt;margin:4pt 0}
        .warn{font-size:8.5pt}.warn h3{font-size:9.5pt;margin:0}.warn p{display:inline}
        .copied h3,.copied .why{display:inline}.copied .why::before{content:" "}
        .two h3:first-child{margin-top:2pt}
        .figures{flex-wrap:nowrap;margin:4pt 0}.figures li{flex:1 1 0;padding:2pt 6pt}.figures b{font-size:14pt}
        table{font-size:9pt}th,td{padding:3pt 7pt 3pt 0}
        .glance th:first-child{width:35%}.silent th,.silent td{font-size:8.5pt}.glance .c{font-size:8pt}
        .phrases{gap:1pt 12pt}.glance th,.glance td{padding-top:2.2pt;padding-bottom:2.2pt}tr.part th{padding-top:7pt}
        .bar{height:9pt}.tall{height:12pt}.days{height:20pt;margin-bottom:2pt}
        .bar,.swatch,.volume{-webkit-print-color-adjust:exact}
        .two{display:block;column-count:2;column-gap:13pt}
        .item{break-before:page;margin-top:0}
        .flow{break-before:auto;margin-top:14pt}
        .theme{margin:0 0 3pt}.theme h4{margin:3pt 0 0}.theme .bar{height:4pt;margin:1pt 0}
        .two td,.two th{padding-top:2pt;padding-bottom:2pt}.item h2{margin-top:3pt}
        .theme blockquote{font-size:8.5pt}.theme .c,.theme footer{font-size:8pt}.short .bar,.short .also{display:none}.short h4,.short .mix{display:inline}
        .key{gap:1pt 7pt;margin:2pt 0 3pt}
        .theme .mix,.theme .also{margin:0 0 1pt}.theme blockquote{margin:2pt 0 3pt}
        .two .warn{break-inside:auto}tr,.figures,blockquote,.files>li,.threads>li,.key{break-inside:avoid}
        .theme h4,.theme .also,.theme .bar{break-after:avoid}
        blockquote{margin:0 0 5pt;max-width:none}
        thead{display:table-header-group}
        .scroll{overflow:visible}
        a{color:inherit;text-decoration:none}
        .skip,.screen,.source{display:none}
        .comments details:not([open]){display:none}.comments .words{font-size:8.5pt}
        .paper{display:block}
        .volume{height:2.5pt;margin-top:1pt}.ends{font-size:8pt;margin:0 0 2pt}.said>li{margin:2pt 0}
        .short .mix::before{content:" · "}.officer{padding:0 0 0 6pt;margin:3pt 0}.crest{max-height:40pt}
        .foot{margin-top:6pt;padding:0;font-size:7.5pt}.foot p{padding-top:3pt}
        }

        """
}
