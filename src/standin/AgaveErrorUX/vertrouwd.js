window.addEventListener("message", (e) => e.source.postMessage('{"hostUserTrusted":true}', e.origin));
