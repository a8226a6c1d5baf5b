// Loaded only on pages with a map. Puts a map that can be moved in the place of the server's drawing, which stays when anything fails.
import * as L from 'leaflet/dist/leaflet-src.esm.js'
import './map.css'
import { offerDrawing } from './draw'
import { offerFinding } from './find'
import { offerPin } from './pin'
import { tools } from './tools'

interface ShapeProperties { name?: string, href?: string, note?: string, role?: string }

for (const figure of document.querySelectorAll<HTMLElement>('.w-map[data-map]')) {
  start(figure).catch((problem: unknown) => { console.error('The map could not be made', problem) })
}

async function start (figure: HTMLElement): Promise<void> {
  const { geojson, tiles, credit, at, around, map: use } = figure.dataset
  if (use === 'show' && geojson === undefined && around === undefined) {
    return
  }

  // The shapes come first: without them the drawing that is there already is better than an empty map.
  const shapes = geojson === undefined ? null : await load(geojson)

  const drawing = [...figure.childNodes]
  const canvas = document.createElement('div')
  canvas.className = 'w-map__canvas'
  canvas.setAttribute('role', 'group')
  canvas.setAttribute('aria-label', `${figure.getAttribute('aria-label') ?? 'Map'}. Move it with the arrow keys, plus and minus.`)
  figure.prepend(canvas)

  const map = L.map(canvas, { zoomSnap: 0.5, scrollWheelZoom: false, attributionControl: tiles !== undefined })
  // A page is scrolled over a map by accident; once it was pressed, the wheel is meant for it.
  map.on('focus', () => { map.scrollWheelZoom.enable() })
  map.on('blur', () => { map.scrollWheelZoom.disable() })
  if (tiles !== undefined) {
    figure.classList.add('w-map--tiles')
    map.attributionControl.setPrefix(false)
    L.tileLayer(tiles, { attribution: text(credit ?? ''), maxZoom: 19 }).addTo(map)
  }

  const bounds = L.latLngBounds([])
  if (shapes !== null) {
    const layer = L.geoJSON(shapes, {
      // On a page that asks for a place, a press anywhere is the answer, so shapes let it through.
      interactive: use === 'show',
      style: feature => ({ className: `w-shape w-${role(feature?.properties)}` }),
      onEachFeature: (feature, shape) => { if (use === 'show') name(feature.properties, shape) }
    }).addTo(map)
    const here = layer.getLayers().filter((shape: any) => shape.feature?.properties?.role === 'here')
    bounds.extend((here.length > 0 ? L.featureGroup(here) : layer).getBounds())
  }

  const mark = point(at)
  if (mark !== null) {
    L.circleMarker(mark, { radius: 9, className: 'w-at', interactive: false }).addTo(map)
    bounds.extend(mark)
  }

  const [middle, metres] = circle(around)
  // Several places, each with the number that the list beside the map gives it.
  for (const one of (figure.dataset.marks ?? '').split(' ').filter(one => one !== '')) {
    const [latitude, longitude, number] = one.split(',')
    const place = point(`${latitude},${longitude}`)
    if (place !== null) {
      L.circleMarker(place, { radius: 9, className: 'w-at', interactive: false }).addTo(map).bindTooltip(text(number ?? ''), { permanent: true, direction: 'right' })
      bounds.extend(place)
    }
  }

  let circled = null
  if (middle !== null) {
    // A circle knows its bounds only once the map has a view, so the point says them.
    bounds.extend(L.latLng(middle).toBounds(2 * metres))
    circled = L.circle(middle, { radius: metres, className: 'w-drawn', interactive: false })
  }

  map.fitBounds(bounds.isValid() ? bounds.pad(0.12) : [[49.9, -8.2], [60.9, 1.8]], { animate: false })
  circled?.addTo(map)
  for (const node of drawing) {
    node.remove()
  }

  if (use === 'find') {
    offerFinding(map, figure.dataset.find ?? '/find', tools(figure))
  } else if (use === 'draw') {
    const corners = document.getElementById(figure.dataset.corners ?? '')
    if (corners instanceof HTMLTextAreaElement) {
      offerDrawing(map, corners, tools(figure))
    }
  } else if (use === 'pin') {
    const box = document.getElementById(figure.dataset.pin ?? '')
    if (box instanceof HTMLInputElement) {
      offerPin(map, box, figure.dataset.chooses ?? '', tools(figure))
    }
  }
}

async function load (address: string): Promise<any> {
  const answer = await fetch(address, { headers: { Accept: 'application/geo+json, application/json' } })
  if (!answer.ok) {
    throw new Error(`${address} answered ${answer.status}`)
  }

  return await answer.json()
}

function name (properties: ShapeProperties, shape: any): void {
  const label = document.createElement('span')
  label.textContent = [properties.name, properties.note].filter(Boolean).join(': ')
  shape.bindTooltip(label, { sticky: true })
  if (properties.href !== undefined && properties.role !== 'here') {
    shape.on('click', () => { location.assign(properties.href as string) })
  }
}

function role (properties: ShapeProperties | undefined): string {
  return /^[a-z0-9-]+$/.test(properties?.role ?? '') ? properties!.role as string : 'neighbour'
}

function point (words: string | undefined): [number, number] | null {
  const [latitude, longitude] = (words ?? '').split(',').map(Number)
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? [latitude, longitude] : null
}

function circle (words: string | undefined): [[number, number] | null, number] {
  const metres = Number((words ?? '').split(',')[2])
  return Number.isFinite(metres) ? [point(words), metres] : [null, 0]
}

// The credit is plain text in the settings; Leaflet would take it for markup.
function text (words: string): string {
  const span = document.createElement('span')
  span.textContent = words
  return span.innerHTML
}
