// Where this server's addresses begin: at its host, or below a path such as "/demo" that a proxy strips.
const ROOT = new URL("../../", import.meta.url).pathname.slice(0, -1);

/** The address in this browser of one on the server, such as "/r#runs". */
export const below = (address) => ROOT + address;

/** The same with its host, for others. */
export const linkTo = (address) => location.origin + below(address);

/** The path of an address in this browser as the server sees it. */
export const pathOnServer = ({ pathname }) => (pathname.startsWith(`${ROOT}/`) ? pathname.slice(ROOT.length) : pathname);
