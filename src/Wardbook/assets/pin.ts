// One place of a form. The text box is the truth: the map writes it, and the form sends it, so typing does as well as pressing.
import * as L from 'leaflet/dist/leaflet-src.esm.js'
import type { Tools } from './tools'

export function offerPin (map: any, box: HTMLInputElement, chooses: string, tools: Tools): void {
  let mark: any = null
  const [name, value] = chooses.split('=')

  function put (place: any): void {
    // A press on another turn of the world is still a place on this one.
    const { lat, lng } = place.wrap()
    box.value = `${lat.toFixed(5)},${lng.toFixed(5)}`
    show()
    for (const answer of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
      answer.checked = answer.value === value
    }

    tools.say('You chose this place. Press somewhere else to move it.')
  }

  function show (): void {
    mark?.remove()
    const [latitude, longitude] = box.value.split(',').map(Number)
    if (Number.isFinite(latitude) && Number.isFinite(longitude) && box.value !== '') {
      mark = L.circleMarker([latitude, longitude], { radius: 9, className: 'w-at', interactive: false }).addTo(map)
    }
  }

  map.on('click', (event: any) => { put(event.latlng) })
  tools.button('Choose the middle of the map', () => { put(map.getCenter()) })
  box.addEventListener('change', show)
  show()
  tools.say('Press the map where it is.')
}
