// Passkeys: the device makes a key, or signs with one. Without this script, and in browsers that cannot, the forms with passwords do.
const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-passkey]')]
const can = 'PublicKeyCredential' in window && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

async function asked (form: HTMLFormElement): Promise<any> {
  const answer = await fetch(form.dataset.options!, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } })
  if (!answer.ok) {
    throw new Error(answer.status === 429 ? 'Too much was asked from your network. Wait a minute and try again.' : 'That did not work. Open this page anew and try again.')
  }

  return await answer.json()
}

async function shown (form: HTMLFormElement): Promise<PublicKeyCredential> {
  const options = await asked(form)
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return credential as PublicKeyCredential
}

function say (form: HTMLFormElement, words: string): void {
  const place = form.querySelector<HTMLElement>('.govuk-error-message')!
  place.textContent = words
  place.hidden = false
}

for (const form of forms) {
  form.hidden = !can
  form.addEventListener('submit', event => {
    const field = form.elements.namedItem('Credential') as HTMLInputElement
    if (field.value !== '') {
      return
    }

    event.preventDefault()
    shown(form).then(credential => {
      field.value = JSON.stringify(credential.toJSON())
      form.submit()
    }).catch((wrong: unknown) => {
      const gaveUp = wrong instanceof DOMException && (wrong.name === 'NotAllowedError' || wrong.name === 'AbortError')
      say(form, gaveUp ? 'Nothing was done: your device was not asked, or you stopped it.'
        : wrong instanceof DOMException && wrong.name === 'InvalidStateError' ? 'This device has a passkey for this account already.'
          : wrong instanceof Error ? wrong.message : 'That did not work. Try again.')
    })
  })
}

// What is said where passkeys cannot be had.
for (const words of document.querySelectorAll<HTMLElement>('[data-no-passkey]')) {
  words.hidden = can
}
