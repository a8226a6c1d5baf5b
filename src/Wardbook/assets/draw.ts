// Drawing an area by its corners. The text box is the truth: the map writes it, reads it, and the form sends it, so typing does as well as drawing.
import * as L from 'leaflet/dist/leaflet-src.esm.js'
import type { Tools } from './tools'

export function offerDrawing (map: any, box: HTMLTextAreaElement, tools: Tools): void {
  const shape = L.polygon([], { className: 'w-drawn', interactive: false }).addTo(map)
  const dots = L.layerGroup().addTo(map)
  let corners: Array<[number, number]> = read()
  let isFinished = false

  const undo = tools.button('Undo the last corner', () => { change(corners.slice(0, -1)) })
  const clear = tools.button('Clear', () => { change([]) })
  tools.button('Add a corner at the middle of the map', () => { add(map.getCenter()) })
  const finish = tools.button('Finish', () => {
    isFinished = true
    box.form?.requestSubmit()
  })

  map.on('click', (event: any) => { add(event.latlng) })
  box.addEventListener('change', () => { corners = read(); show() })
  show()
  if (corners.length > 1) {
    map.fitBounds(shape.getBounds().pad(0.2), { animate: false })
  }

  function add (place: any): void {
    if (!isFinished) {
      change([...corners, [place.lat, place.lng]])
    }
  }

  function change (to: Array<[number, number]>): void {
    corners = to
    box.value = corners.map(([lat, lng]) => `${lat.toFixed(5)},${lng.toFixed(5)}`).join('\n')
    show()
  }

  function show (): void {
    shape.setLatLngs(corners)
    dots.clearLayers()
    for (const corner of corners) {
      L.circleMarker(corner, { radius: 6, className: 'w-corner', interactive: false }).addTo(dots)
    }

    undo.disabled = clear.disabled = corners.length === 0
    finish.disabled = corners.length < 3
    tools.say(corners.length < 3
      ? `Press the map at each corner of your area. ${corners.length} of at least 3 so far.`
      : `${corners.length} corners. Press Finish to see the figures, or add more.`)
  }

  function read (): Array<[number, number]> {
    return box.value.split(/\s*\n\s*/)
      .map(line => line.split(/[\s,]+/).filter(Boolean).map(Number))
      .filter(([lat, lng]) => Number.isFinite(lat) && Number.isFinite(lng))
      .map(([lat, lng]) => [lat, lng])
  }
}
