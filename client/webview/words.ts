/** The page's own words; the picture's come with it. */
export const WORDS = {
  views: { en: "Views", vi: "Các góc nhìn" },
  table: { en: "Table", vi: "Bảng" },
  filter: {
    en: "Filter: name, ns:shop, app=web, policy:x, is:problem",
    vi: "Lọc: tên, ns:shop, app=web, policy:x, is:problem",
  },
  filterLabel: { en: "Filter", vi: "Lọc" },
  namespace: { en: "Namespace", vi: "Namespace" },
  everywhere: { en: "all namespaces", vi: "mọi namespace" },
  problems: { en: "Problems only", vi: "Chỉ xem lỗi" },
  unfocus: { en: "Show everything", vi: "Xem tất cả" },
  zoomIn: { en: "Zoom in", vi: "Phóng to" },
  zoomOut: { en: "Zoom out", vi: "Thu nhỏ" },
  fit: { en: "Fit", vi: "Vừa khung" },
  export: { en: "Export…", vi: "Xuất…" },
  copySvg: { en: "Copy as SVG", vi: "Chép dạng SVG" },
  copyMermaid: { en: "Copy as Mermaid", vi: "Chép dạng Mermaid" },
  from: { en: "From", vi: "Từ" },
  to: { en: "To", vi: "Đến" },
  port: { en: "Port", vi: "Cổng" },
  model: { en: "Network model", vi: "Mô hình mạng" },
  empty: {
    en: "Nothing to see here: no object of these manifests matches.",
    vi: "Chưa có gì để xem: không đối tượng nào trong các manifest này khớp.",
  },
  help: {
    en: "Arrows move, Enter opens the YAML, . explains, f focuses, / filters, + − 0 zoom",
    vi: "Phím mũi tên để di chuyển, Enter mở YAML, . giải thích, f tập trung, / lọc, + − 0 thu phóng",
  },
} as const;

export type Words = { readonly en: string; readonly vi: string };
