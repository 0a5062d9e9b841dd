/** SVG bodies in a 32×32 box for things that the emoji set lacks; vehicles face left as there. */
export const DRAWINGS: Record<string, string> = {
  "paper-boat":
    '<defs><linearGradient id="h" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#fff"/><stop offset="1" stop-color="#c9d6ee"/></linearGradient></defs><path d="M16 3 24 20H8Z" fill="url(#h)"/><path d="M16 3 24 20H16Z" fill="#b7c5e3"/><path d="M1 15 8.500 19H23.500L31 15 24.500 28H7.500Z" fill="#f4f7ff"/><path d="M1 15 8.500 19 16 28H7.500Z" fill="#d3ddf1"/><path d="M31 15 23.500 19 16 28H24.500Z" fill="#fff"/><path d="M8.500 19H23.500L16 28Z" fill="#e2e9f7"/>',
  "paper-plane":
    '<path d="M1 14 31 4 20 28 13.500 20Z" fill="#f6f9ff"/><path d="M31 4 13.500 20 12 28 16 22.500 20 28Z" fill="#c2cfe8"/><path d="M1 14 31 4 10 18Z" fill="#fff"/><path d="M12 28 13.500 20 16 22.500Z" fill="#9fb0d4"/>',
  surfboard:
    '<defs><linearGradient id="s" x1="0" y1="0" x2="1" y2="0"><stop stop-color="#ffe08a"/><stop offset="1" stop-color="#ff9f5a"/></linearGradient></defs><path d="M1 20C7 16.500 17 16 25 17.500 29 18.200 31 19.500 31 20.500 31 22 27 23.500 18 23.500 9 23.500 3 22 1 20Z" fill="url(#s)"/><path d="M1 20C9 20.500 22 21.500 31 20.500 31 22 27 23.500 18 23.500 9 23.500 3 22 1 20Z" fill="#e2703f"/><path d="M25 23 29 26.500 28.500 22.500Z" fill="#4a5a8a"/><path d="M8 18.600C13 17.400 19 17.400 24 18.400L23 19.400C18 18.600 13 18.600 9 19.600Z" fill="#fff6e0"/>',
  lighthouse:
    '<path d="M6 32c0-3 3-5 10-5s10 2 10 5Z" fill="#6d6478"/><path d="M12 10H20L22.500 29H9.500Z" fill="#fbf6f0"/><path d="M16 10H20L22.500 29H16Z" fill="#dcd3da"/><path d="M11.500 14H20.500L21 18H11Z" fill="#e5484d"/><path d="M10.500 22H21.500L22 26H10Z" fill="#e5484d"/><path d="M10 9H22V11H10Z" fill="#43384f"/><path d="M12.500 5H19.500V9H12.500Z" fill="#ffe08a"/><path d="M11.500 5 16 1 20.500 5Z" fill="#c13a45"/><path d="M14.500 24h3v5h-3Z" fill="#43384f"/>',
  windmill:
    '<path d="M11 13H21L24 31H8Z" fill="#efe3d2"/><path d="M16 13H21L24 31H16Z" fill="#d5c4ae"/><path d="M10 13 16 7 22 13Z" fill="#b2524a"/><path d="M14 24h4v7h-4Z" fill="#6c4a3c"/><g fill="#8a6a52"><path d="M15.500 12 4 2 7 0 16.500 11Z"/><path d="M16 11.500 28 1 30 4 17 12.500Z"/><path d="M16.500 12 27 23 24 25 15.500 13Z"/><path d="M16 13 4 24 2 21 15 11.500Z"/></g><circle cx="16" cy="12" r="1.600" fill="#43332c"/>',
  "hot-air-balloon":
    '<defs><radialGradient id="b" cx=".35" cy=".3" r=".9"><stop stop-color="#ffb199"/><stop offset="1" stop-color="#d8384f"/></radialGradient></defs><path d="M16 0c7 0 11 5 11 10.500C27 16 21 20 19 23H13C11 20 5 16 5 10.500 5 5 9 0 16 0Z" fill="url(#b)"/><path d="M16 0c3 0 5 5 5 10.500S18.500 20 17.500 23H14.500C13.500 20 11 16 11 10.500S13 0 16 0Z" fill="#ffd76a"/><path d="M13 23 14 27M19 23 18 27" stroke="#6b4a3a" stroke-width=".7"/><path d="M13 27H19L18.300 31.500H13.700Z" fill="#9c6a42"/><path d="M13 27H19V28.400H13Z" fill="#7a4f30"/>',
};
