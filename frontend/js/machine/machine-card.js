// The machine that measures, and what about it could mislead.
import { bytes, plural } from "../base/format.js";
import { shortModel } from "./machine-words.js";
import { html, nothing, PageElement } from "../elements/element.js";

const FLOAT_BITS = 32;

function cores({ logicalCores, physicalCores, usableCpus }) {
  const usable = usableCpus < logicalCores ? `, ${usableCpus} usable` : "";
  return physicalCores > 0 && physicalCores !== logicalCores
    ? `${plural(logicalCores, "thread")} on ${plural(physicalCores, "core")}${usable}`
    : `${plural(logicalCores, "core")}${usable}`;
}

const cacheList = (caches) =>
  caches
    .filter((cache) => cache.kind !== "instruction")
    .map(({ level, bytes: size }) => `L${level} ${bytes(size)}`)
    .join(", ");

customElements.define("machine-card", class extends PageElement {
  static properties = {
    machine: { attribute: false },
    heading: {}, // "This machine", where it is not
    ceilings: { attribute: false }, // what the machine can do at most; null where the server does not tell
    fault: { attribute: false }, // why that is not measured anew
    fixed: { attribute: false }, // whether the server measures that by itself only
  };

  updated() {
    if (this.ceilings) import("./machine-ceilings.js");
  }

  #notes() {
    const { warnings, mode, jit, serverJit } = this.machine;
    if (mode !== "dev" || !serverJit || serverJit === jit) return warnings;
    const text = `Development mode: the server runs with ${serverJit}, the measuring JVMs with ${jit}.`;
    return [{ text }, ...warnings];
  }

  render() {
    const { cpuModel, architecture, simdBits, caches, jvmName, javaVersion, os, memoryBytes, container, blas } = this.machine;
    const notes = this.#notes();
    return html`
      <details class="machine" ?open=${matchMedia("(min-width: 901px)").matches}>
        <summary>${this.heading ?? "This machine"}
          <span>${notes.length > 0 ? plural(notes.length, "note") : ""}</span></summary>
        <ul>
          <li>${shortModel(cpuModel, architecture)}</li>
          <li>${cores(this.machine)}, ${bytes(memoryBytes)} memory</li>
          <li>${simdBits}-bit lanes, ${simdBits / FLOAT_BITS} floats each</li>
          ${caches.length > 0 ? html`<li>${cacheList(caches)}</li>` : nothing}
          <li>${jvmName.includes(javaVersion) ? jvmName : `${jvmName} ${javaVersion}`}</li>
          ${blas ? html`<li title=${blas.config}>${blas.name} ${blas.version}</li>` : nothing}
          <li>${os}${container ? ", in a container" : ""}</li>
        </ul>
        ${notes.map(({ text, nextStep }) => html`<p class="machine-note">${text} ${nextStep ?? nothing}</p>`)}
        ${
          this.ceilings
            ? html`<machine-ceilings .ceilings=${this.ceilings} .fault=${this.fault}
                .fixed=${this.fixed}></machine-ceilings>`
            : nothing
        }
      </details>`;
  }
});
