'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { Chart } from './chart';
import { HallEngine, type HallListener } from './hall-engine';
import type { Scene } from './map-renderer';
import { readPalette } from './palette';
import type { SeatFilter } from './seat-filter';
import type { SeatStore } from './seat-store';
import type { View } from './viewport';

export type HallElements = {
  canvas: RefObject<HTMLCanvasElement | null>;
  /** Unseen, for reading the theme. */
  probe: RefObject<HTMLElement | null>;
  /** Hung on the spot by the engine. */
  anchor: RefObject<HTMLElement | null>;
  /** The small map and the frame on it. */
  mini: RefObject<HTMLCanvasElement | null>;
  frame: RefObject<HTMLElement | null>;
};

/** Ties the engine's life to a canvas on the page: size, theme, typefaces, figures. */
export function useHall(
  elements: HallElements,
  chart: Chart,
  store: SeatStore,
  scene: Scene,
  listener: HallListener,
  filter: SeatFilter,
  theme?: string,
): RefObject<HallEngine | null> {
  const engine = useRef<HallEngine | null>(null);
  const latest = useRef({ scene, listener, filter });
  useEffect(() => {
    Object.assign(latest.current, { scene, listener });
    engine.current?.setScene(scene);
  }, [scene, listener]);
  useEffect(() => {
    latest.current.filter = filter;
    engine.current?.setFilter(filter);
  }, [filter]);

  const themed = useRef(theme);
  useEffect(() => {
    if (themed.current === theme) return;
    themed.current = theme;
    engine.current?.setPalette(readPalette(elements.probe.current!));
  }, [theme, elements.probe]);

  // Another floor of the hall is shown where the former was.
  const view = useRef<View | null>(null);

  // Zones' figures change all the time; their shapes and tiers only with the map itself.
  const { plan } = scene;
  const { canvas, probe, anchor, mini, frame } = elements;
  useEffect(() => {
    const [surface, dressed] = [canvas.current!, probe.current!];
    const hall = new HallEngine(
      {
        canvas: surface,
        anchor: anchor.current!,
        mini: mini.current && frame.current && { canvas: mini.current, frame: frame.current },
      },
      chart,
      store,
      { ...latest.current.scene, plan },
      readPalette(dressed),
      {
        spot: (spot) => latest.current.listener.spot(spot),
        whole: (whole) => latest.current.listener.whole(whole),
        toggle: (seat) => latest.current.listener.toggle(seat),
        places: (zoneId) => latest.current.listener.places(zoneId),
      },
    );
    hall.setFilter(latest.current.filter);
    hall.camera.opening = view.current;
    engine.current = hall;
    const sizes = new ResizeObserver(([entry]) => {
      hall.resize(entry!.contentRect.width, entry!.contentRect.height);
    });
    sizes.observe(surface);
    const themes = [
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      '(prefers-contrast: more)',
    ].map((query) => matchMedia(query));
    const rethemed = () => hall.setPalette(readPalette(dressed));
    for (const theme of themes) theme.addEventListener('change', rethemed);
    document.fonts.addEventListener('loadingdone', rethemed);
    return () => {
      sizes.disconnect();
      for (const theme of themes) theme.removeEventListener('change', rethemed);
      document.fonts.removeEventListener('loadingdone', rethemed);
      view.current = hall.camera.atFit ? null : hall.camera.view;
      hall.stop();
      engine.current = null;
    };
  }, [canvas, probe, anchor, mini, frame, chart, store, plan]);
  return engine;
}
