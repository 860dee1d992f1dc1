namespace PrivacyAnalyzers.Tool.Report;

/// <summary>The report's style: one file, no network, light and dark, small screens, paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--panel:#f6f8fa;--link:#0550ae;--kept:#116329;--broken:#a40e26;--unused:#6b4700;--elsewhere:#57606a;--way:#8c959f;--c0:#ddf4ff;--c1:#fff1c7;--c2:#dafbe1;--c3:#fbe4f0}
        @media (prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--soft:#a0a9b3;--line:#3a424c;--panel:#161b22;--link:#79c0ff;--kept:#56d364;--broken:#ff9a92;--unused:#e3b341;--elsewhere:#a0a9b3;--way:#6e7681;--c0:#0c2d4d;--c1:#3d2e00;--c2:#0b3a1e;--c3:#4a1a35}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        a{color:var(--link)}
        .skip{position:absolute;left:-999px}
        .skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem;z-index:1}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        header,main,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
        header{padding-top:1.5rem}
        h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
        h2{font-size:1.25rem;margin:2.25rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
        p{margin:.5rem 0;max-width:48rem}
        .soft{color:var(--soft)}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:1rem 0 0}
        dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:1rem 0}
        dl.facts div{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.5rem .75rem}
        dl.facts dt{color:var(--soft);font-size:.85rem}
        dl.facts dd{margin:0;font-size:1.35rem;font-weight:600}
        .scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        caption{text-align:left;padding:.5rem .75rem;color:var(--soft)}
        th,td{text-align:left;vertical-align:top;padding:.4rem .75rem;border-top:1px solid var(--line)}
        thead th{background:var(--panel);white-space:nowrap}
        tbody th{font-weight:600;overflow-wrap:anywhere;min-width:11rem}
        td{min-width:7rem}
        code{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;font-size:.9em}
        .status{font-weight:600;white-space:nowrap}
        .Kept{color:var(--kept)}.Broken{color:var(--broken)}.Unused{color:var(--unused)}.Elsewhere{color:var(--elsewhere)}
        .map{display:block;padding:.75rem;min-width:60rem;width:100%;height:auto}
        .map text{fill:var(--ink);font-size:14px}
        .map .head{font-weight:600}
        .map .note{fill:var(--soft);font-size:12px}
        .map rect{stroke:var(--line)}
        .map .way{fill:none;stroke:var(--way);stroke-width:1.4}
        .map .c0 rect{fill:var(--c0)}.map .c1 rect{fill:var(--c1)}.map .c2 rect{fill:var(--c2)}.map .c3 rect{fill:var(--c3)}
        .line{list-style:none;padding:0;margin:1rem 0}
        .line li{display:grid;grid-template-columns:minmax(10rem,16rem) 1fr;gap:.1rem 1rem;padding:.5rem 0;border-top:1px solid var(--line)}
        .line strong{overflow-wrap:anywhere}
        .line .bar{display:block;height:.8rem;border-radius:4px;background:var(--link);margin:.35rem 0;min-width:3px}
        .line .open{background:repeating-linear-gradient(90deg,var(--link) 0 10px,transparent 10px 16px)}
        @media (max-width:40rem){.line li{grid-template-columns:1fr}h1{font-size:1.35rem}th,td{padding:.35rem .5rem}}
        @media screen and (max-width:40rem){
        .rows{border:0;overflow:visible}
        .rows table,.rows tbody,.rows tr,.rows th,.rows caption{display:block}
        .rows caption{padding:.5rem 0}
        .rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .rows tr{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.35rem 0}
        .rows th,.rows td{border:0;min-width:0;padding:.15rem .75rem}
        .rows td{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem;overflow-wrap:anywhere}
        .rows td::before{content:attr(data-label);content:attr(data-label) / "";color:var(--soft)}
        .rows .none{display:none}
        }
        footer{padding:2rem 1rem;color:var(--soft);font-size:.9rem}
        @media print{:root{--ground:#fff;--ink:#000;--soft:#333;--line:#999;--panel:#fff;--c0:#fff;--c1:#fff;--c2:#fff;--c3:#fff;--link:#000;--kept:#000;--broken:#000;--unused:#000;--elsewhere:#000;--way:#555}nav,.skip{display:none}.scroll{overflow:visible;border:0}.map{min-width:0}body{font-size:10pt}tr,.line li,svg{break-inside:avoid}h2{break-after:avoid}.line .bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """;
}
