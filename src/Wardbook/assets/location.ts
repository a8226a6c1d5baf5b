// "Use my location": asked for only when the button is pressed, sent only as the address of the page that answers.

/** Shows every button that asks for the place of this device, and goes to its `data-find` address with `at=latitude,longitude`. */
export function offerLocation (): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-find]')) {
    const says = document.createElement('p')
    says.className = 'w-location-says'
    says.setAttribute('role', 'status')
    button.after(says)
    if (!('geolocation' in navigator)) {
      continue
    }

    button.hidden = false
    button.addEventListener('click', () => {
      says.textContent = 'Asking your device where it is…'
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          // Five decimals are about a metre: no address needs more.
          const at = `${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`
          location.assign(`${button.dataset.find}?at=${at}`)
        },
        problem => {
          says.textContent = problem.code === problem.PERMISSION_DENIED
            ? 'Your device was asked not to say where it is. You can type a postcode or a ward name instead.'
            : 'Your device could not tell where it is. You can type a postcode or a ward name instead.'
        },
        { maximumAge: 60_000, timeout: 15_000 })
    })
  }
}
