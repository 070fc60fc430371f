// What is fetched only when it comes near the window.
const MARGIN = "300px";

/** Calls once, as soon as the element is near the window. */
export function whenNear(element, act) {
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      act();
    },
    { rootMargin: MARGIN },
  );
  watch.observe(element);
}
