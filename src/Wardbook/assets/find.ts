// "Which ward is this?": a press on the map, or its middle for the keyboard, becomes a link to the page that answers.
import * as L from 'leaflet/dist/leaflet-src.esm.js'
import type { Tools } from './tools'

export function offerFinding (map: any, address: string, tools: Tools): void {
  let mark: any = null

  function offer (place: any): void {
    mark?.remove()
    mark = L.circleMarker(place, { radius: 9, className: 'w-at', interactive: false }).addTo(map)
    // A press on another turn of the world is still a place on this one.
    const { lat, lng } = place.wrap()
    const at = `${lat.toFixed(5)},${lng.toFixed(5)}`
    tools.link('You chose a place.', 'Which ward is it in?', `${address}?at=${at}`)
  }

  map.on('click', (event: any) => { offer(event.latlng) })
  tools.button('Choose the middle of the map', () => { offer(map.getCenter()) })
  tools.say('Press the map where you live or work.')
}
