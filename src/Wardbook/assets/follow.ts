// A page about something that goes on: its words and its bar are renewed in place, and it is loaded anew when it is over.
export function followWhatGoesOn (): void {
  if (document.querySelector('[data-follow="yes"]') === null) {
    return
  }

  window.setTimeout(() => {
    void look()
  }, 2000)
}

async function look (): Promise<void> {
  try {
    const answer = await fetch(window.location.href, { headers: { accept: 'text/html' } })
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!answer.ok || answer.redirected || now.querySelector('[data-follow="yes"]') === null || parts(now) !== parts(document)) {
      window.location.reload()
      return
    }

    for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
      const next = now.querySelector<HTMLElement>(`[data-live="${part.dataset.live ?? ''}"]`)
      if (next !== null && part.textContent !== next.textContent) {
        part.textContent = next.textContent
      }

      if (part instanceof HTMLProgressElement && next instanceof HTMLProgressElement) {
        part.value = next.value
      }
    }
  } catch {
    // The site may be starting again: it is asked again.
  }

  followWhatGoesOn()
}

function parts (of: Document): string {
  return [...of.querySelectorAll<HTMLElement>('[data-live]')].map(part => part.dataset.live).join(' ')
}
