import './styles/page.css';
import './messages/restyle';
import './sandbox-page';
